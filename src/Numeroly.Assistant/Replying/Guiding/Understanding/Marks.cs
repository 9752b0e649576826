using System.Globalization;
using System.Text;

namespace Numeroly.Assistant.Replying.Guiding.Understanding;

/// <summary>
/// Vietnamese letters without their marks, in lower case. Written out because the process runs without ICU, where Unicode
/// normalization does nothing.
/// </summary>
internal static class Marks
{
    private static readonly Dictionary<char, char> Bases = new[]
    {
        "aàáảãạăằắẳẵặâầấẩẫậ", "dđ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ",
    }.SelectMany(family => family[1..].Select(letter => (Letter: letter, Base: family[0]))).ToDictionary(pair => pair.Letter, pair => pair.Base);

    public static bool IsMarked(char letter) => IsCombining(letter) || Bases.ContainsKey(char.ToLowerInvariant(letter));

    public static bool IsCombining(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    public static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`';

    /// <summary>A word as it is compared: lower case, no marks, no apostrophes.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (IsCombining(letter) || IsApostrophe(letter)) continue;
            var lower = char.ToLowerInvariant(letter);
            folded.Append(Bases.GetValueOrDefault(lower, lower));
        }

        return folded.ToString();
    }
}
