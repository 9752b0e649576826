using System.Globalization;
using System.Text;

namespace Numeroly.Numerology.Names;

/// <summary>
/// Folds written names to A..Z, Vietnamese letters and those of other Latin alphabets to their base letter, composed or not.
/// Written out because the process runs without ICU, where Unicode normalization does nothing.
/// </summary>
public static class Folding
{
    private const string Hyphens = "-\u00AD\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    private static readonly Dictionary<char, string> BaseLetters = Letters(
        "A:àáảãạăằắẳẵặâầấẩẫậäåāąǎ",
        "AE:æ",
        "C:çćĉċč",
        // Beside đ its look-alikes: Icelandic ð and African ɖ share its capital's shape.
        "D:đðɖď",
        "E:èéẻẽẹêềếểễệëēĕėęě",
        "G:ĝğġģ",
        "H:ĥħ",
        "I:ìíỉĩịîïīĭįıǐ",
        "J:ĵ",
        "K:ķ",
        "L:ĺļľł",
        "N:ñńņň",
        "O:òóỏõọôồốổỗộơờớởỡợöøōŏőǒ",
        "OE:œ",
        "R:ŕŗř",
        "S:śŝşšș",
        "SS:ß",
        "T:ţťŧț",
        "U:ùúủũụưừứửữựûüūŭůűųǔǖǘǚǜ",
        "W:ŵ",
        "Y:ỳýỷỹỵÿŷ",
        "Z:źżž");

    /// <summary>The words of a name in A..Z. Spaces and hyphens part words; apostrophes and all else just fall away (H'Hen is HHEN).</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in name) folded.Append(char.IsWhiteSpace(character) || Hyphens.Contains(character) ? " " : Fold(character));
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Fold(char character)
    {
        if (char.IsAsciiLetter(character)) return char.ToUpperInvariant(character).ToString();
        if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) return "";
        return BaseLetters.GetValueOrDefault(Lower(character), "");
    }

    private static char Lower(char character) => character switch
    {
        'İ' => 'ı',
        'ẞ' => 'ß',
        _ => char.ToLowerInvariant(character),
    };

    private static Dictionary<char, string> Letters(params string[] families) => families
        .Select(family => family.Split(':'))
        .SelectMany(family => family[1].Select(letter => (Letter: letter, Base: family[0])))
        .ToDictionary(pair => pair.Letter, pair => pair.Base);
}
