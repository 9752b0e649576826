using System.Globalization;
using System.Text;

namespace Numeroly.Events.Transcripts;

/// <summary>
/// Folds text for searching: lower case, Vietnamese letters to their base letter, combining marks dropped.
/// Written out because the process runs without ICU, where Unicode normalization does nothing.
/// </summary>
public static class Folding
{
    private static readonly Dictionary<char, char> BaseLetters = Letters(
        "a:àáảãạăằắẳẵặâầấẩẫậ",
        "d:đ",
        "e:èéẻẽẹêềếểễệ",
        "i:ìíỉĩị",
        "o:òóỏõọôồốổỗộơờớởỡợ",
        "u:ùúủũụưừứửữự",
        "y:ỳýỷỹỵ");

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            var lower = char.ToLowerInvariant(letter);
            folded.Append(BaseLetters.GetValueOrDefault(lower, lower));
        }

        return folded.ToString();
    }

    private static Dictionary<char, char> Letters(params string[] families) => families
        .SelectMany(family => family[2..].Select(letter => (Letter: letter, Base: family[0])))
        .ToDictionary(pair => pair.Letter, pair => pair.Base);
}
