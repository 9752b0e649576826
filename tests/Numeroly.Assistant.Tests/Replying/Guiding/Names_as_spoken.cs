using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Replying.Guiding;

public class Names_as_spoken
{
    [Theory]
    [InlineData("mình tên là Ngô Thị Đào", "Ngô Thị Đào")]
    [InlineData("mình tên là ngô thị đào", "Ngô Thị Đào")]
    [InlineData("dạ em tên nguyễn văn nam ạ", "Nguyễn Văn Nam")]
    [InlineData("tên mình là Lan", "Lan")]
    [InlineData("ngô thị đào", "Ngô Thị Đào")]
    [InlineData("Đào", "Đào")]
    [InlineData("à mình là Trần Minh Anh nhé", "Trần Minh Anh")]
    [InlineData("họ tên đầy đủ của mình là lê thị kiều", "Lê Thị Kiều")]
    [InlineData("cứ gọi mình là Vy", "Vy")]
    [InlineData("tôi tên là phạm thúy vy sinh ngày 3 tháng 2 năm 1992", "Phạm Thúy Vy")]
    [InlineData("ten minh la nguyen van nam", "Nguyen Van Nam")]
    public async Task In_Vietnamese_are_learnt(string said, string name) => await IsLearntAsync(Language.Vi, said, name);

    [Theory]
    [InlineData("my name is John Smith", "John Smith")]
    [InlineData("i'm anna", "Anna")]
    [InlineData("I am Mary Jane Watson and I was born on May 17th 1990", "Mary Jane Watson")]
    [InlineData("john smith", "John Smith")]
    [InlineData("uh call me Kate please", "Kate")]
    [InlineData("my full name is Duyen Tran", "Duyen Tran")]
    public async Task In_English_are_learnt(string said, string name) => await IsLearntAsync(Language.En, said, name);

    [Theory]
    [InlineData("mình là con gái")]
    [InlineData("chào bạn")]
    [InlineData("mình không muốn nói")]
    [InlineData("để làm gì")]
    [InlineData("số chủ đạo là gì")]
    [InlineData("i am fine thanks")]
    [InlineData("why do you ask")]
    [InlineData("mẹ mình tên là Lan")]
    public async Task Are_not_heard_where_none_is(string said)
    {
        var conversation = new Conversation(Language.Vi);
        await conversation.GreetedAsync();

        (await conversation.SaysAsync(said)).Learnt?.Name.ShouldBeNull();
    }

    [Fact]
    public async Task Are_kept_in_full_when_the_person_says_what_to_call_them()
    {
        var conversation = new Conversation(Language.Vi, "Ngô Thị Đào", "1990-05-17");

        (await conversation.SaysAsync("mình tên là Đào")).Learnt.ShouldBeNull();
    }

    [Theory]
    [InlineData("Ngô Thị Đào", "Chào Đào")]
    [InlineData("Nguyen Minh Anh", "Chào Anh")]
    [InlineData("John Smith", "Chào John")]
    public async Task Are_shortened_to_what_one_is_called(string name, string greeting) =>
        (await new Conversation(Language.Vi, name).GreetedAsync()).Text.ShouldStartWith(greeting);

    [Fact]
    public async Task Of_which_no_letter_counts_leave_the_numbers_of_the_birth_date() =>
        (await new Conversation(Language.Vi, "阮明", "1990-05-17").SaysAsync("số chủ đạo của mình")).Mentions("số chủ đạo", "5");

    private static async Task IsLearntAsync(Language language, string said, string name)
    {
        var conversation = new Conversation(language);
        await conversation.GreetedAsync();

        (await conversation.SaysAsync(said)).Learnt!.Name.ShouldBe(name);
    }
}
