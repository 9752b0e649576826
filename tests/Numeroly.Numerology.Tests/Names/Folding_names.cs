using FsCheck;
using FsCheck.Fluent;
using Numeroly.Numerology.Names;

namespace Numeroly.Numerology.Tests.Names;

public class Folding_names
{
    // Each letter beside its canonical decomposition, as Unicode has it; đ has none.
    private static readonly Dictionary<char, string> Decomposed = new()
    {
        ['ễ'] = "e\u0302\u0303", ['ầ'] = "a\u0302\u0300", ['ê'] = "e\u0302", ['ạ'] = "a\u0323", ['à'] = "a\u0300", ['ặ'] = "a\u0306\u0323",
        ['ỗ'] = "o\u0302\u0303", ['ồ'] = "o\u0302\u0300", ['ô'] = "o\u0302", ['õ'] = "o\u0303", ['Ý'] = "Y\u0301", ['ị'] = "i\u0323",
        ['ă'] = "a\u0306", ['ọ'] = "o\u0323", ['ú'] = "u\u0301", ['ỹ'] = "y\u0303", ['ả'] = "a\u0309", ['ý'] = "y\u0301", ['ế'] = "e\u0302\u0301",
        ['ỳ'] = "y\u0300", ['ề'] = "e\u0302\u0300", ['â'] = "a\u0302", ['Ư'] = "U\u031B", ['Ổ'] = "O\u0302\u0309", ['ư'] = "u\u031B", ['Á'] = "A\u0301",
    };

    [Theory]
    [InlineData("Nguyễn Thị Ánh", "NGUYEN", "THI", "ANH")]
    [InlineData("  đặng   ĐỨC  ", "DANG", "DUC")]
    [InlineData("Ðỗ Ɖình", "DO", "DINH")]
    [InlineData("H'Hen Niê", "HHEN", "NIE")]
    [InlineData("Anh-Thư", "ANH", "THU")]
    [InlineData("Nguye\u0302\u0303n", "NGUYEN")]
    [InlineData("Hươ\u0301ng", "HUONG")]
    [InlineData("José Muñoz-Łukasz", "JOSE", "MUNOZ", "LUKASZ")]
    [InlineData("Lǐ Nǚ Øystein Æsa Strauß", "LI", "NU", "OYSTEIN", "AESA", "STRAUSS")]
    [InlineData("Dr. 7 O’Brien!", "DR", "OBRIEN")]
    public void Words_come_out_in_A_to_Z(string written, params string[] words) => Folding.Words(written).ShouldBe(words);

    [Fact]
    public void Every_Vietnamese_letter_has_the_value_of_its_base_letter()
    {
        Dictionary<char, string> families = new()
        {
            ['A'] = "aàáảãạăằắẳẵặâầấẩẫậ", ['D'] = "dđ", ['E'] = "eèéẻẽẹêềếểễệ", ['I'] = "iìíỉĩị",
            ['O'] = "oòóỏõọôồốổỗộơờớởỡợ", ['U'] = "uùúủũụưừứửữự", ['Y'] = "yỳýỷỹỵ",
        };

        foreach (var (baseLetter, family) in families)
            Folding.Words(family + family.ToUpperInvariant()).ShouldHaveSingleItem().ShouldAllBe(letter => letter == baseLetter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  - ' ")]
    [InlineData("123")]
    [InlineData("阮文")]
    public void Where_there_is_no_letter_there_is_no_name(string written) => PersonName.Read(written).ShouldBeNull();

    [Fact]
    public void Composed_and_decomposed_spelling_give_the_same_letters() => Prop
        .ForAll(Generators.Names(), name => Folding.Words(Decompose(name)).SequenceEqual(Folding.Words(name)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Case_and_spaces_change_nothing() => Prop
        .ForAll(Generators.Names(), name =>
            Folding.Words(name.ToUpperInvariant()).SequenceEqual(Folding.Words(name))
            && Folding.Words(name.ToLowerInvariant()).SequenceEqual(Folding.Words(name))
            && Folding.Words($"\t{name.Replace(" ", "   ")} ").SequenceEqual(Folding.Words(name)))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Hoà", "Hòa")]
    [InlineData("Thuỷ", "Thủy")]
    public void Where_the_tone_mark_stands_changes_nothing(string one, string other) => Folding.Words(one).ShouldBe(Folding.Words(other));

    [Theory]
    [InlineData("Vy", "Vi")]
    [InlineData("Mỹ", "Mĩ")]
    [InlineData("Quý", "Quí")]
    public void Spelling_does(string one, string other) => Folding.Words(one).ShouldNotBe(Folding.Words(other));

    private static string Decompose(string text) => string.Concat(text.Select(letter => Decomposed.GetValueOrDefault(letter, letter.ToString())));
}
