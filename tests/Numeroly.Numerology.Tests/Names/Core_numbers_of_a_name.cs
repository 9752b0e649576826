using FsCheck;
using FsCheck.Fluent;
using Numeroly.Numerology.Names;
using Numeroly.Numerology.Reducing;

namespace Numeroly.Numerology.Tests.Names;

public class Core_numbers_of_a_name
{
    private static readonly NumberKey[] Keys = [NumberKey.Expression, NumberKey.SoulUrge, NumberKey.Personality];

    [Theory]
    [InlineData("Decoz, A Course in Numerology", "Thomas Cruise Mapother", 4, 9, 4)]
    [InlineData("Decoz, Do Your Own Reading", "Thomas John Hancock", null, 2, null)]
    [InlineData("Find Your Fate, Heart's Desire Number", "George Bush", null, 1, null)]
    [InlineData("pub.dev package numerology", "Arthur Conan Doyle", 5, 22, 1)]
    public void Word_by_word_as_published(string source, string name, int? expression, int? soul, int? personality) =>
        ShouldBePublished(source, name, NameMethod.PerWord, YMode.Syllable, expression, soul, personality);

    [Theory]
    [InlineData("TrungHai0230396, thong-diep-thuong-de, after trathanso.com", "Nguyễn Thị Hòa", YMode.Syllable, 3, 6, 6)]
    [InlineData("Numberscape, Definitions", "Albert Einstein", YMode.Syllable, 9, 7, null)]
    [InlineData("Endless World, How to find your numbers", "Karen Jones", YMode.Syllable, 4, 8, null)]
    [InlineData("Xert, Numero Rhythms", "Sally Jane Smith", YMode.Never, 6, 7, null)]
    [InlineData("The Minds Journal, Heart's Desire", "Alice Woody", YMode.Always, null, 7, null)]
    [InlineData("Nova Calculator, Personality Number", "John Michael Smith", YMode.Syllable, null, null, 11)]
    [InlineData("Nova Calculator, Personality Number", "Mary Jane Watson", YMode.Never, null, null, 3)]
    [InlineData("Astro Nova, Personality Number", "John Smith", YMode.Syllable, null, null, 11)]
    public void All_letters_in_one_sum_as_published(string source, string name, YMode y, int? expression, int? soul, int? personality) =>
        ShouldBePublished(source, name, NameMethod.Straight, y, expression, soul, personality);

    [Theory]
    [InlineData("Lê Kiều", NumberKey.SoulUrge, 4, 22, 4)]
    [InlineData("Hoàng Bảo Châu", NumberKey.Personality, 6, 33, 6)]
    [InlineData("Đặng Ngọc Ý Nhi", NumberKey.Expression, 4, 4, 22)]
    [InlineData("Lê Ngọc Hân", NumberKey.Expression, 7, 7, 7)]
    [InlineData("Phạm Thúy Vy", NumberKey.SoulUrge, 11, 11, 11)]
    public void Ways_of_adding_differ_in_the_masters_they_come_upon(string name, NumberKey key, int perWord, int straight, int singleDigits)
    {
        var methods = new[] { NameMethod.PerWord, NameMethod.Straight, NameMethod.SingleDigitPerWord };

        methods.Select(method => Of(key, name, method).Value).ShouldBe([perWord, straight, singleDigits]);
    }

    [Theory]
    [InlineData(NameMasters.All, 33)]
    [InlineData(NameMasters.Without33, 6)]
    [InlineData(NameMasters.None, 6)]
    public void Which_masters_stay_can_be_chosen(NameMasters masters, int personality) =>
        CoreNameNumbers.Of(NumberKey.Personality, PersonName.Read("Hoàng Bảo Châu")!, NameMethod.Straight, masters).Number.Value.ShouldBe(personality);

    [Theory]
    [InlineData("Minh", NumberKey.Expression, 8)]
    [InlineData("Duy", NumberKey.SoulUrge, 3)]
    [InlineData("Khoa", NumberKey.Expression, 8)]
    [InlineData("Anh", NumberKey.Personality, 4)]
    [InlineData("Ngân", NumberKey.Expression, 9)]
    [InlineData("Lan", NumberKey.Expression, 9)]
    [InlineData("Vân", NumberKey.Expression, 10)]
    [InlineData("Kim", NumberKey.Expression, 6)]
    [InlineData("Thơ", NumberKey.Personality, 10)]
    [InlineData("Tâm Hoa", NumberKey.Expression, 22)]
    public void Phillips_keeps_ten(string name, NumberKey key, int value)
    {
        var number = CoreNameNumbers.Of(key, PersonName.Read(name)!, NameMethod.PerWord, NameMasters.Phillips).Number;

        number.Value.ShouldBe(value);
        number.System.ShouldBe(NumerologySystem.Phillips);
    }

    // That source follows Phillips but does not say that he keeps 10; none of these comes upon it.
    [Theory]
    [InlineData("TrungHai0230396, thong-diep-thuong-de, after tracuuthansohoc.net", "Nguyên", NumberKey.SoulUrge, 8)]
    [InlineData("TrungHai0230396, thong-diep-thuong-de, after tracuuthansohoc.net", "Nguyên", NumberKey.Personality, 6)]
    [InlineData("TrungHai0230396, thong-diep-thuong-de", "Tuấn", NumberKey.Expression, 11)]
    [InlineData("TrungHai0230396, thong-diep-thuong-de: 29 stops at 11", "Hương", NumberKey.Expression, 11)]
    [InlineData("TrungHai0230396, thong-diep-thuong-de", "Hạnh", NumberKey.Expression, 22)]
    public void Phillips_names_as_published(string source, string name, NumberKey key, int value) =>
        CoreNameNumbers.Of(key, PersonName.Read(name)!, NameMethod.PerWord, NameMasters.Phillips).Number.Value.ShouldBe(value, source);

    [Fact]
    public void A_name_without_a_vowel_has_a_soul_urge_of_zero() => Of(NumberKey.SoulUrge, "Ng", NameMethod.PerWord).Value.ShouldBe(0);

    [Fact]
    public void The_working_shows_every_letter() =>
        Of(NumberKey.SoulUrge, "Trần Thị Mỹ Duyên", NameMethod.PerWord).Working.ShouldBe(["TRAN: A1 = 1", "THI: I9 = 9", "MY: Y7 = 7", "DUYEN: U3+E5 = 8", "1+9+7+8 = 25, 2+5 = 7"]);

    [Fact]
    public void Vowels_and_consonants_have_the_root_of_the_whole_in_every_mode() => Prop
        .ForAll(Generators.Names(), name => Enum.GetValues<YMode>().All(mode => Enum.GetValues<NameMethod>().All(method => Enum.GetValues<NameMasters>().All(masters =>
        {
            var read = PersonName.Read(name, mode)!;
            var numbers = Keys.Select(key => CoreNameNumbers.Of(key, read, method, masters)).ToList();
            return Reduction.Root.Of(numbers[0].Number.Value) == Reduction.Root.Of(numbers[1].Total + numbers[2].Total)
                && numbers.All(number => number.Number.Key.Values().Contains(number.Number.Value));
        }))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_variant_has_the_same_root() => Prop
        .ForAll(Generators.Names(), name => Keys.All(key => (
            from method in Enum.GetValues<NameMethod>()
            from masters in Enum.GetValues<NameMasters>()
            select Reduction.Root.Of(CoreNameNumbers.Of(key, PersonName.Read(name)!, method, masters).Number.Value)).Distinct().Count() == 1))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_words_does_not_matter() => Prop
        .ForAll(Generators.Names(), name =>
        {
            var reversed = string.Join(' ', name.Split(' ').Reverse());
            return Keys.All(key => Of(key, name, NameMethod.PerWord).Value == Of(key, reversed, NameMethod.PerWord).Value);
        })
        .QuickCheckThrowOnFailure();

    private static void ShouldBePublished(string source, string name, NameMethod method, YMode y, params int?[] expected)
    {
        foreach (var (key, value) in Keys.Zip(expected).Where(pair => pair.Second is not null))
            CoreNameNumbers.Of(key, PersonName.Read(name, y)!, method, NameMasters.All).Number.Value.ShouldBe(value!.Value, $"{source}: {key} of {name}");
    }

    private static Number Of(NumberKey key, string name, NameMethod method) =>
        CoreNameNumbers.Of(key, PersonName.Read(name)!, method, NameMasters.All).Number;
}
