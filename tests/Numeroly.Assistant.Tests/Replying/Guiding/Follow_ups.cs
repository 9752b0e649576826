using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Replying.Guiding;

public class Follow_ups
{
    private static readonly string[] Ends = [". ", "? "];

    [Theory]
    [InlineData("nói thêm đi")]
    [InlineData("kể thêm về nó")]
    [InlineData("tell me more")]
    [InlineData("điều đó nghĩa là gì")]
    [InlineData("chi tiết hơn được không")]
    [InlineData("ví dụ đi")]
    public async Task For_more_tell_what_was_not_told_yet(string asked)
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        var first = await conversation.SaysAsync("số chủ đạo của mình");

        var more = await conversation.SaysAsync(asked);

        foreach (var sentence in Sentences(first.Text)) more.Text.ShouldNotContain(sentence);
        more.Text.Length.ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task For_more_go_on_until_all_is_told_and_then_say_so()
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        await conversation.SaysAsync("số thái độ của mình");

        for (var turn = 0; turn < 4; turn++) await conversation.SaysAsync("nói thêm đi");

        (await conversation.SaysAsync("nói thêm đi")).Text.Length.ShouldBeLessThan(200);
    }

    [Theory]
    [InlineData("còn gì nữa")]
    [InlineData("số tiếp theo")]
    [InlineData("and the next one")]
    [InlineData("what else")]
    public async Task For_the_next_tell_another_number(string asked)
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        await conversation.SaysAsync("số chủ đạo của mình");

        (await conversation.SaysAsync(asked)).Mentions("7");
    }

    [Theory]
    [InlineData("vì sao")]
    [InlineData("sao ra số đó")]
    [InlineData("tính thế nào")]
    [InlineData("how is it counted")]
    public async Task For_the_reason_work_out_the_number_just_told(string asked)
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        await conversation.SaysAsync("số linh hồn của mình");

        (await conversation.SaysAsync(asked)).Mentions("U", "3", "25", "7");
    }

    [Theory]
    [InlineData("có")]
    [InlineData("ừ")]
    [InlineData("dạ vâng")]
    [InlineData("ok")]
    [InlineData("yes please")]
    [InlineData("muốn")]
    public async Task That_say_yes_get_what_was_offered(string yes)
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        conversation.Said = [new(Speaker.Assistant, "Số chủ đạo của bạn là 11: người trực giác. Bạn muốn nghe tiếp về số nhân cách không?")];

        (await conversation.SaysAsync(yes)).Mentions(yes == "yes please" ? "personality" : "số nhân cách của bạn là");
    }

    [Theory]
    [InlineData("không")]
    [InlineData("thôi để sau")]
    [InlineData("no thanks")]
    public async Task That_say_no_get_a_choice(string no)
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        await conversation.SaysAsync("số chủ đạo của mình");

        (await conversation.SaysAsync(no)).Text.ShouldEndWith("?");
    }

    [Fact]
    public async Task Every_offer_is_understood_when_it_is_taken_up()
    {
        foreach (var language in new[] { Language.Vi, Language.En })
        {
            var conversation = Conversation.WithDuyen(language);
            await conversation.GreetedAsync();
            var yes = language == Language.Vi ? "có" : "yes";
            for (var turn = 0; turn < 30; turn++)
            {
                var answer = await conversation.SaysAsync(yes);
                answer.Text.ShouldNotContain("chưa hiểu");
                answer.Text.ShouldNotContain("understand that");
                answer.Text.ShouldEndWith("?");
            }
        }
    }

    [Fact]
    public async Task To_repeat_say_the_same_again()
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        var first = await conversation.SaysAsync("số linh hồn của mình");

        var again = await conversation.SaysAsync("nhắc lại đi");

        again.Text.ShouldEndWith(first.Text);
        (await conversation.SaysAsync("nhắc lại")).Text.ShouldEndWith(first.Text);
    }

    [Theory]
    [InlineData("chậm thôi")]
    [InlineData("mình chưa hiểu lắm")]
    [InlineData("slow down please")]
    public async Task To_be_slower_or_simpler_say_less(string asked)
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        var first = await conversation.SaysAsync("số linh hồn của mình");

        var again = await conversation.SaysAsync(asked);

        again.Tone.ShouldBe(EmotionalTone.Neutral);
        again.Mentions(Sentences(first.Text)[0]);
        again.Text.Length.ShouldBeLessThan(first.Text.Length);
    }

    [Fact]
    public async Task After_an_interruption_go_on_from_the_sentence_that_was_cut()
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        var first = await conversation.SaysAsync("số linh hồn của mình");
        var sentences = Sentences(first.Text);
        conversation.InterruptsAfter(sentences[0].Length + 20);

        var rest = await conversation.SaysAsync("tiếp đi");

        rest.Text.ShouldNotContain(sentences[0]);
        rest.Mentions(sentences[1], sentences[^1]);
    }

    [Fact]
    public async Task After_an_interruption_what_was_not_heard_is_told_when_asked_again()
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        var first = await conversation.SaysAsync("số linh hồn của mình");
        conversation.InterruptsAfter(Sentences(first.Text)[0].Length);
        await conversation.SaysAsync("khoan, bạn là ai");

        (await conversation.SaysAsync("số linh hồn")).Mentions(Sentences(first.Text)[2]);
    }

    [Fact]
    public async Task In_the_other_language_are_answered_in_it()
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        await conversation.GreetedAsync();

        (await conversation.SaysAsync("tell me about my birthday number please")).IsInEnglish();
        (await conversation.SaysAsync("thế còn năm nay của mình thì sao")).IsInVietnamese();
    }

    [Fact]
    public async Task After_another_provider_are_understood_all_the_same()
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        conversation.Said =
        [
            new(Speaker.User, "cho mình hỏi về số nhân cách"),
            new(Speaker.Assistant, "Số nhân cách của bạn là 1, nghĩa là người ta thường thấy bạn tự tin đấy. Bạn có tò mò về năm nay của mình không?"),
        ];

        (await conversation.SaysAsync("có chứ")).Mentions("năm cá nhân", "4");
    }

    private static string[] Sentences(string text) => text.Split(Ends, StringSplitOptions.None);
}
