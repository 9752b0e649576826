using System.Collections.Immutable;
using Numeroly.Numerology.Names;

namespace Numeroly.Numerology.Tests.Names;

public class Vowels_and_Y
{
    private static readonly YMode[] Modes = [YMode.Syllable, YMode.Never, YMode.Always, YMode.InitialOrAfterConsonant, YMode.Spoken];

    [Theory]
    [InlineData("Vy", "7/4 0/11 7/4 7/4 7/4")]
    [InlineData("Ý", "7/0 0/7 7/0 7/0 7/0")]
    [InlineData("Yến", "5/12 5/12 12/5 12/5 5/12")]
    [InlineData("Duyên", "8/16 8/16 15/9 8/16 8/16")]
    [InlineData("Nguyễn", "8/24 8/24 15/17 8/24 8/24")]
    [InlineData("Thúy", "3/17 3/17 10/10 3/17 10/10")]
    [InlineData("Quỳnh", "3/28 3/28 10/21 3/28 10/21")]
    public void Each_mode_parts_vowels_from_consonants_its_own_way(string name, string totals) =>
        string.Join(' ', Modes.Select(mode => Totals(PersonName.Read(name, mode)!))).ShouldBe(totals);

    [Fact]
    public void Decoz_counts_the_Y_of_a_syllable_without_another_vowel() =>
        PersonName.Read("Lynn")!.Letters.Where(letter => letter.IsVowel).ShouldHaveSingleItem().Glyph.ShouldBe('Y');

    [Fact]
    public void The_Y_of_Emily_is_a_vowel_where_told_so()
    {
        // Hà Giang SHTV, Số nội tâm: Emily has the vowels 5, 9 and 7.
        var name = PersonName.Read("Emily Jennifer Stone", vowelOverrides: ImmutableDictionary<LetterPosition, bool>.Empty.Add(new(0, 4), true))!;

        name.Words[0].Vowels.Select(letter => letter.Value).ShouldBe([5, 9, 7]);
        PersonName.Read("Emily Jennifer Stone")!.Words[0].Vowels.Select(letter => letter.Value).ShouldBe([5, 9]);
    }

    [Fact]
    public void A_foreign_name_can_have_its_Y_and_W_set_letter_by_letter()
    {
        var overrides = ImmutableDictionary<LetterPosition, bool>.Empty.Add(new(0, 3), true).Add(new(1, 2), true).Add(new(1, 0), true);

        // Goodwin counts some W as vowels; the B at the start of the second word is never in doubt.
        var name = PersonName.Read("Emily Bew", YMode.Never, overrides.Add(new(0, 4), true))!;

        string.Concat(name.Letters.Where(letter => letter.IsVowel).Select(letter => letter.Glyph)).ShouldBe("EIYEW");
    }

    private static string Totals(PersonName name) =>
        $"{name.Letters.Where(letter => letter.IsVowel).Sum(letter => letter.Value)}/{name.Letters.Where(letter => !letter.IsVowel).Sum(letter => letter.Value)}";
}
