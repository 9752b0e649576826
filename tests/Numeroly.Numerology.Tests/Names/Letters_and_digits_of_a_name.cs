using FsCheck;
using FsCheck.Fluent;
using Numeroly.Numerology.Names;

namespace Numeroly.Numerology.Tests.Names;

public class Letters_and_digits_of_a_name
{
    [Theory]
    [InlineData("Decoz, Calculations", "John Peter Hancock", 7)]
    [InlineData("California Psychics, Your Balance Number", "John Henry Smith", 1)]
    [InlineData("own example", "Trần Thị Mỹ Duyên", 3)]
    public void Balance_adds_the_initials(string source, string name, int value) =>
        Balance.Of(PersonName.Read(name)!, keepsMasters: false).Value.ShouldBe(value, source);

    [Fact]
    public void Balance_keeps_masters_where_asked()
    {
        var name = PersonName.Read("Bảo Hân Ái")!;

        Balance.Of(name, keepsMasters: true).Display.ShouldBe("11/2");
        Balance.Of(name, keepsMasters: false).Value.ShouldBe(2);
    }

    [Theory]
    [InlineData("Decoz, Do Your Own Reading: Karmic Lessons", "Thomas John Hancock", "7,9")]
    [InlineData("Decoz, A Course in Numerology, chapter 13", "Thomas Cruise Mapother", "")]
    [InlineData("Decoz, Karmic Lessons", "Johannes Albertus Decoz", "7")]
    [InlineData("Goodwin, The Karmic Lessons", "James Paul McCartney", "6,8")]
    [InlineData("Felicia Bender, Karmic Lesson Numbers", "Alexander Michael Smith", "7")]
    [InlineData("PyPI package numerology 0.5.1", "Barrack Obama", "5,7,8")]
    [InlineData("crates.io package numancy", "Grace Hopper", "2,4")]
    [InlineData("tests of a calculator whose repository is not known", "Mary Ann Smith", "3,6")]
    [InlineData("LanderTome, numerologyCalculator", "a", "2,3,4,5,6,7,8,9")]
    public void Missing_numbers_as_published(string source, string name, string digits) =>
        string.Join(',', DigitsOfTheName.Missing(PersonName.Read(name)!).Select(number => number.Value)).ShouldBe(digits, source);

    [Theory]
    [InlineData("Decoz, A Course in Numerology, chapter 13: four letters of value 1", "Thomas Cruise Mapother", "1")]
    [InlineData("crates.io package numancy", "Grace Hopper", "7")]
    [InlineData("LanderTome, numerologyCalculator: eight digits tie", "abCdefghiJklmnOpqrstuvwxyz", "1,2,3,4,5,6,7,8")]
    [InlineData("Astrology.com, Hidden Passion Number: a tie gives two", "Lan Mai", "1")]
    [InlineData("Astrology.com, Hidden Passion Number: a tie gives two", "Lan", "1,3,5")]
    public void Hidden_passions_are_the_commonest_digits(string source, string name, string digits) =>
        string.Join(',', DigitsOfTheName.HiddenPassions(PersonName.Read(name)!, HiddenPassionMethod.MostFrequent).Select(number => number.Value)).ShouldBe(digits, source);

    [Fact]
    public void Or_all_that_occur_twice_where_asked()
    {
        var name = PersonName.Read("Trần Thị Mỹ Duyên")!;

        DigitsOfTheName.HiddenPassions(name, HiddenPassionMethod.TwiceOrMore).Select(number => number.Value).ShouldBe([2, 4, 5, 7, 9]);
    }

    [Theory]
    [InlineData("Decoz, Subconscious Self: nine less the karmic lessons", "Thomas John Hancock", 7)]
    [InlineData("Decoz, Subconscious Self: all nine represented", "Thomas Cruise Mapother", 9)]
    [InlineData("crates.io package numancy", "Grace Hopper", 7)]
    public void Subconscious_self_counts_the_digits_there_are(string source, string name, int value) =>
        DigitsOfTheName.SubconsciousSelf(PersonName.Read(name)!).Value.ShouldBe(value, source);

    [Fact]
    public void Missing_and_present_make_nine() => Prop
        .ForAll(Generators.Names(), name =>
        {
            var read = PersonName.Read(name)!;
            return DigitsOfTheName.SubconsciousSelf(read).Value == 9 - DigitsOfTheName.Missing(read).Length
                && DigitsOfTheName.HiddenPassions(read, HiddenPassionMethod.MostFrequent).Length > 0;
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("The Ancient Science of Numbers, chapters 4 and 8", "Edmund", CornerstoneMethod.GivenName, "E E D")]
    [InlineData("The Ancient Science of Numbers, chapters 4 and 8", "Gregory", CornerstoneMethod.GivenName, "G E Y")]
    [InlineData("rule of Decoz, Capstone and Cornerstone", "Trần Thị Mỹ Duyên", CornerstoneMethod.GivenName, "D U N")]
    [InlineData("rule of Decoz, Capstone and Cornerstone", "Trần Thị Mỹ Duyên", CornerstoneMethod.FirstWord, "T U N")]
    [InlineData("own example: Y is the only vowel", "Lê Như Ý", CornerstoneMethod.GivenName, "Y Y Y")]
    [InlineData("own example: without a vowel", "Trần Ng", CornerstoneMethod.GivenName, "N G")]
    public void Cornerstone_first_vowel_and_capstone_are_of_the_given_name(string source, string name, CornerstoneMethod method, string letters)
    {
        var read = PersonName.Read(name)!;

        string.Join(' ', NotableLetters.Of(read, read.GivenName(1), method).Select(number => number.Display)).ShouldBe(letters, source);
    }

    [Fact]
    public void A_double_given_name_starts_a_word_earlier()
    {
        var reading = Reading.Of(new Person("Lê Minh Anh", null), new DateOnly(2026, 11, 22), new ReadingOptions { GivenNameWords = 2 }).Complete();

        reading.Name!.GivenName.Words.Select(word => word.Text).ShouldBe(["MINH", "ANH"]);
        reading.Name.Letters.Select(number => number.Display).ShouldBe(["M", "I", "H"]);
    }
}
