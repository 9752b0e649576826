using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Replying.Guiding;

public class Birth_dates_as_spoken
{
    [Theory]
    [InlineData("mười bảy tháng năm năm một chín chín mươi", "1990-05-17")]
    [InlineData("mười bảy tháng năm một chín chín mươi", "1990-05-17")]
    [InlineData("ngày mười bảy tháng năm năm chín mươi", "1990-05-17")]
    [InlineData("tôi sinh ngày 17 tháng 5 năm 1990", "1990-05-17")]
    [InlineData("sinh ngày 17 tháng 5 1990", "1990-05-17")]
    [InlineData("17 tháng 5 năm 90", "1990-05-17")]
    [InlineData("17/5/1990", "1990-05-17")]
    [InlineData("17-05-90", "1990-05-17")]
    [InlineData("17.5.1990", "1990-05-17")]
    [InlineData("17 5 1990", "1990-05-17")]
    [InlineData("17051990", "1990-05-17")]
    [InlineData("1990-05-17", "1990-05-17")]
    [InlineData("3/2/1992", "1992-02-03")]
    [InlineData("5/17/1990", "1990-05-17")]
    [InlineData("mình sinh mùng ba tháng hai năm một nghìn chín trăm chín mươi hai", "1992-02-03")]
    [InlineData("mồng 3 tháng 2 năm 1992", "1992-02-03")]
    [InlineData("ngày ba tháng hai năm chín hai", "1992-02-03")]
    [InlineData("hai mươi lăm mười hai một chín tám chín", "1989-12-25")]
    [InlineData("hai lăm tháng mười hai năm tám chín", "1989-12-25")]
    [InlineData("hăm lăm tháng chạp năm 1989", "1989-12-25")]
    [InlineData("mùng một tháng giêng năm hai nghìn", "2000-01-01")]
    [InlineData("ngày 1 tháng 1 năm hai ngàn lẻ năm", "2005-01-01")]
    [InlineData("ngày năm tháng tư năm hai nghìn không trăm linh tám", "2008-04-05")]
    [InlineData("hai mươi mốt tháng chín năm một chín bảy chín", "1979-09-21")]
    [InlineData("hai mốt tháng chín năm bảy chín", "1979-09-21")]
    [InlineData("ba mươi tháng tư năm bảy lăm", "1975-04-30")]
    [InlineData("ba mốt tháng mười năm hai không không ba", "2003-10-31")]
    [InlineData("ngày mười tháng mười một năm một chín chín không", "1990-11-10")]
    [InlineData("mười lăm tháng tám hai không mười hai", "2012-08-15")]
    [InlineData("ngày hai mươi ba tháng sáu năm hai nghìn không trăm mười", "2010-06-23")]
    [InlineData("muoi bay thang nam nam mot chin chin muoi", "1990-05-17")]
    [InlineData("toi sinh ngay 17 thang 5 nam 1990", "1990-05-17")]
    [InlineData("ờ thì mình sinh ngày ừm 17 tháng 5 năm 1990 ạ", "1990-05-17")]
    [InlineData("dạ em sinh 9/9/99 ạ", "1999-09-09")]
    [InlineData("ngày sinh của mình là 29 tháng 2 năm 2000", "2000-02-29")]
    [InlineData("mình sinh vào ngày 8 tháng 3 năm 2001 ở Hà Nội", "2001-03-08")]
    [InlineData("em sinh năm 1995 ngày 20 tháng 11", "1995-11-20")]
    [InlineData("tháng 7 ngày 4 năm 1988", "1988-07-04")]
    public async Task In_Vietnamese_are_learnt(string said, string born) => await IsLearntAsync(Language.Vi, said, born);

    [Theory]
    [InlineData("May 17th 1990", "1990-05-17")]
    [InlineData("the seventeenth of May nineteen ninety", "1990-05-17")]
    [InlineData("I was born on May 17, 1990", "1990-05-17")]
    [InlineData("17 May 1990", "1990-05-17")]
    [InlineData("the 17th of may 1990", "1990-05-17")]
    [InlineData("may seventeen nineteen ninety", "1990-05-17")]
    [InlineData("may the seventeenth nineteen ninety", "1990-05-17")]
    [InlineData("i'm born on the third of february nineteen ninety two", "1992-02-03")]
    [InlineData("february 3rd 92", "1992-02-03")]
    [InlineData("december twenty fifth nineteen eighty nine", "1989-12-25")]
    [InlineData("the first of january two thousand", "2000-01-01")]
    [InlineData("january first two thousand and five", "2005-01-01")]
    [InlineData("april fifth twenty oh eight", "2008-04-05")]
    [InlineData("june twenty third twenty ten", "2010-06-23")]
    [InlineData("october thirty first two thousand three", "2003-10-31")]
    [InlineData("5/17/1990", "1990-05-17")]
    [InlineData("17/5/1990", "1990-05-17")]
    [InlineData("5/5/1995", "1995-05-05")]
    [InlineData("1990-05-17", "1990-05-17")]
    [InlineData("um it's uh september 21 1979", "1979-09-21")]
    [InlineData("my birthday is November tenth, nineteen ninety", "1990-11-10")]
    [InlineData("sept 9 1999", "1999-09-09")]
    [InlineData("august fifteenth nineteen oh five", "1905-08-15")]
    [InlineData("twenty ninth of february two thousand", "2000-02-29")]
    public async Task In_English_are_learnt(string said, string born) => await IsLearntAsync(Language.En, said, born);

    [Theory]
    [InlineData("31/2/1991", "31 tháng 2")]
    [InlineData("ngày 31 tháng 4 năm 1990", "31 tháng 4")]
    [InlineData("29 tháng 2 năm 1991", "29 tháng 2")]
    [InlineData("17 tháng 5 năm 1850", "1850")]
    [InlineData("17 tháng 5 năm 2090", "2090")]
    [InlineData("25 tháng 12 năm 2026", "nói lại ngày sinh")]
    public async Task That_cannot_be_are_asked_for_again(string said, string about)
    {
        var conversation = new Conversation(Language.Vi, "Ngô Thị Đào");
        await conversation.GreetedAsync();

        var answer = await conversation.SaysAsync(said);

        answer.Learnt.ShouldBeNull();
        answer.Mentions(about, "?");
        (await conversation.SaysAsync("17 tháng 5 năm 1990")).Learnt!.BirthDate.ShouldBe(new DateOnly(1990, 5, 17));
    }

    [Fact]
    public async Task In_parts_come_together()
    {
        var conversation = new Conversation(Language.Vi, "Ngô Thị Đào");
        await conversation.GreetedAsync();

        (await conversation.SaysAsync("mình sinh ngày 17 tháng 5")).Mentions("năm nào");
        (await conversation.SaysAsync("chín mươi")).Learnt.ShouldBe(new Reading("Ngô Thị Đào", new DateOnly(1990, 5, 17)));
    }

    [Fact]
    public async Task With_the_year_first_come_together_too()
    {
        var conversation = new Conversation(Language.En, "Anna Lopez");
        await conversation.GreetedAsync();

        (await conversation.SaysAsync("I was born in 1990")).Mentions("1990", "?");
        (await conversation.SaysAsync("May 17th")).Learnt!.BirthDate.ShouldBe(new DateOnly(1990, 5, 17));
    }

    [Theory]
    [InlineData("the first one", "1992-03-02")]
    [InlineData("the second one", "1992-02-03")]
    [InlineData("February", "1992-02-03")]
    [InlineData("I mean March second", "1992-03-02")]
    public async Task That_read_two_ways_in_English_are_asked_about(string answer, string born)
    {
        var conversation = new Conversation(Language.En, "Anna Lopez");
        await conversation.GreetedAsync();

        var asked = await conversation.SaysAsync("3/2/1992");

        asked.Learnt.ShouldBeNull();
        asked.Mentions("March 2, 1992", "February 3, 1992");
        (await conversation.SaysAsync(answer)).Learnt!.BirthDate.ShouldBe(DateOnly.Parse(born));
    }

    [Theory]
    [InlineData("không, ngày 18", "1990-05-18")]
    [InlineData("à nhầm tháng 6", "1990-06-17")]
    [InlineData("không phải, năm 1991", "1991-05-17")]
    [InlineData("sai rồi, mình sinh ngày 7 tháng 5 năm 1990", "1990-05-07")]
    public async Task Are_corrected(string correction, string born)
    {
        var conversation = new Conversation(Language.Vi, "Ngô Thị Đào");
        await conversation.SaysAsync("mình sinh ngày 17 tháng 5 năm 1990");

        (await conversation.SaysAsync(correction)).Learnt.ShouldBe(new Reading("Ngô Thị Đào", DateOnly.Parse(born)));
    }

    [Theory]
    [InlineData("mẹ mình sinh ngày 2 tháng 9 năm 1970")]
    [InlineData("thế chồng mình sinh 3/2/1992 thì số mấy")]
    [InlineData("my wife was born on march 4th 1992")]
    [InlineData("so với bạn trai em sinh ngày 3 tháng 2 năm 1992")]
    public async Task Of_somebody_else_change_nothing(string said) =>
        (await Conversation.WithDuyen(Language.Vi).SaysAsync(said)).Learnt.ShouldBeNull();

    private static async Task IsLearntAsync(Language language, string said, string born)
    {
        var conversation = new Conversation(language, "Ngô Thị Đào");
        await conversation.GreetedAsync();

        (await conversation.SaysAsync(said)).Learnt.ShouldBe(new Reading("Ngô Thị Đào", DateOnly.Parse(born)));
    }
}
