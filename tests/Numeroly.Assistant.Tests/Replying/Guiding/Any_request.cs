using System.Reflection;
using System.Text.RegularExpressions;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Replying.Guiding;
using Numeroly.Events.Conversations;
using Numeroly.Numerology;

namespace Numeroly.Assistant.Tests.Replying.Guiding;

public class Any_request
{
    private static readonly string[] Pieces =
    [
        "số chủ đạo", "linh hồn", "vì sao", "tính", "life path", "why", "có", "không", "nói thêm đi", "17/5/1990", "tháng năm", "mẹ mình", "so với", "tên mình là", "Ngô Thị Đào", "yes", "what about love",
        "năm nay", "số 7", "nhắc lại", "tiếp đi", "what if my name were", "31 tháng 2", "còn gì nữa", "*", "😀", "\"", "<b>", "[", "{name}", "công việc", "99999999999", "ờ", "cảm ơn", "1990", "đỉnh cao", "compare", "mũi tên",
    ];

    [Fact]
    public async Task Gets_a_spoken_answer_whatever_is_said()
    {
        var random = new Random(7);
        for (var talk = 0; talk < 60; talk++)
        {
            var conversation = talk % 3 == 0 ? new Conversation(talk % 2 == 0 ? Language.Vi : Language.En) : Conversation.WithDuyen(talk % 2 == 0 ? Language.Vi : Language.En);
            if (talk % 4 != 0) await conversation.GreetedAsync();
            var previous = "";
            for (var turn = 0; turn < 12; turn++)
            {
                var said = string.Join(' ', Enumerable.Range(0, random.Next(0, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
                var answer = await conversation.SaysAsync(said);
                IsSpoken(answer, said);
                if (!said.Contains("nhắc lại", StringComparison.Ordinal) && !said.Contains("tiếp đi", StringComparison.Ordinal)) answer.Text.ShouldNotBe(previous, said);
                previous = answer.Text;
                if (random.Next(5) == 0) conversation.InterruptsAfter(random.Next(answer.Text.Length));
            }
        }
    }

    [Theory]
    [InlineData('a', false)]
    [InlineData('1', false)]
    [InlineData('ạ', true)]
    [InlineData('\u0323', true)]
    [InlineData('\uD83D', false)]
    [InlineData(' ', false)]
    public async Task Of_ten_thousand_characters_is_answered(char letter, bool inWords)
    {
        var text = inWords ? string.Concat(Enumerable.Repeat($"{letter}{letter} ", 3334)) : new string(letter, 10_000);

        IsSpoken(await Conversation.WithDuyen(Language.Vi).SaysAsync(text), "long");
        IsSpoken(await Conversation.WithDuyen(Language.Vi).SaysAsync(string.Join(' ', Enumerable.Repeat("số chủ đạo của mình là 7 sinh ngày 1 tháng", 240))), "long");
    }

    [Fact]
    public async Task Asked_again_gets_the_same_answer_from_any_guide()
    {
        var conversation = new Conversation(Language.Vi);
        await conversation.GreetedAsync();
        await conversation.SaysAllAsync("mình tên là Ngô Thị Đào", "17 tháng 5 năm 1990", "nói thêm đi", "còn gì nữa");
        var request = new ReplyRequest(Guid.NewGuid(), Language.Vi, conversation.Reading, Conversation.Today, conversation.Said.Add(new(Speaker.User, "vì sao")), ReplyOccasion.Answer);

        var first = await Conversation.AskAsync(request);
        var second = await Conversation.AskAsync(request with { ConversationId = Guid.NewGuid() });

        second.Text.ShouldBe(first.Text);
        second.Tone.ShouldBe(first.Tone);
    }

    [Fact]
    public async Task About_a_number_is_told_the_one_that_numerology_counts()
    {
        var random = new Random(11);
        string[] names = ["Nguyễn Văn Nam", "Lê Thị Kiều", "Đặng Ngọc Ý Nhi", "Hoàng Bảo Châu", "Phạm Thúy Vy", "Trần Mỹ"];
        for (var person = 0; person < 80; person++)
        {
            var (name, born) = (names[random.Next(names.Length)], new DateOnly(1930, 1, 1).AddDays(random.Next(35_000)));
            var numbers = ((ReadingOutcome.Complete)Numerology.Reading.Of(new Person(name, born), Conversation.Today)).Reading;
            (string Asked, Number Number)[] questions =
            [
                ("số chủ đạo", numbers.Birth!.LifePath), ("số ngày sinh", numbers.Birth.Birthday), ("số thái độ", numbers.Birth.Attitude), ("số sứ mệnh", numbers.Name!.Expression),
                ("số linh hồn", numbers.Name.SoulUrge), ("số nhân cách", numbers.Name.Personality), ("số trưởng thành", numbers.Joint!.Maturity), ("số cân bằng", numbers.Name.Balance), ("năm cá nhân", numbers.Birth.Cycles.Year),
            ];
            foreach (var (asked, number) in questions)
            {
                var answer = await new Conversation(Language.Vi, name, $"{born:yyyy-MM-dd}").SaysAsync($"{asked} của mình");
                var told = Regex.Match(answer.Text, $@"{asked}( của bạn là( số)?| số| của bạn là số) (?<value>\d+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
                told.Groups["value"].Value.ShouldBe(number.Display.Split('/')[0], $"{name} {born}: {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task Is_answered_piece_by_piece_a_sentence_each()
    {
        var answer = await Conversation.WithDuyen(Language.Vi).SaysAsync("số chủ đạo của mình");

        answer.Parts.OfType<ReplyPart.Words>().Count().ShouldBeGreaterThan(2);
        answer.Parts[0].ShouldBeOfType<ReplyPart.InTone>();
    }

    [Fact]
    public async Task Is_not_answered_once_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var request = new ReplyRequest(Guid.Empty, Language.Vi, null, Conversation.Today, [], ReplyOccasion.Greeting);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var part in new OfflineGuide().ReplyAsync(request, cancelled.Token)) part.ShouldBeNull();
        });
    }

    [Fact]
    public void Can_be_answered_in_both_languages_with_the_same_places_to_fill()
    {
        var (vietnamese, english) = (Wordings("vi"), Wordings("en"));

        english.Keys.Order().ShouldBe(vietnamese.Keys.Order().Where(key => !key.StartsWith("name.", StringComparison.Ordinal)).Concat(english.Keys.Where(key => key.StartsWith("name.", StringComparison.Ordinal))).Order());
        foreach (var (key, ways) in vietnamese.Concat(english)) ways.ShouldNotBeEmpty(key);
    }

    private static Dictionary<string, List<string>> Wordings(string language)
    {
        var assembly = typeof(OfflineGuide).Assembly;
        var wordings = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var key = "";
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.StartsWith($"guiding/Wording/{language}/", StringComparison.Ordinal)))
            foreach (var line in Lines(assembly, file))
                if (line.StartsWith('#')) wordings.Add(key = line[1..].Trim(), []);
                else if (line.Trim().Length > 0) wordings[key].Add(line);
        return wordings;
    }

    private static string[] Lines(Assembly assembly, string file)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd().Split('\n');
    }

    private static void IsSpoken(Answered answer, string said)
    {
        answer.Text.Length.ShouldBeInRange(1, 700, said);
        answer.Text.ShouldNotContain("  ", Case.Sensitive, said);
        foreach (var sign in "*#_<>[]{}|\n\t") answer.Text.ShouldNotContain($"{sign}", Case.Sensitive, said);
    }
}
