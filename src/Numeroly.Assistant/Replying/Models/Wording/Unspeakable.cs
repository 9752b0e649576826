using System.Globalization;
using System.Text;

namespace Numeroly.Assistant.Replying.Models.Wording;

/// <summary>Signs that a voice would read out or stumble over.</summary>
internal static class Unspeakable
{
    private const int VariationSelector = 0xFE0F;
    private const int ZeroWidthJoiner = 0x200D;
    private const int Keycap = 0x20E3;
    private const int FirstPictograph = 0x1F000;

    public static bool IsSpoken(Rune rune) => rune.Value switch
    {
        '*' or '`' or '~' or '#' or '|' or '\\' or '\r' => false,
        VariationSelector or ZeroWidthJoiner or Keycap => false,
        >= FirstPictograph and < 0x20000 => false,
        >= 0xE0000 => false,
        '°' => true,
        '\t' or ' ' => true,

        // Arrows, stars, ticks and dingbats; what a Vietnamese letter is composed of is none of them.
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.Control or UnicodeCategory.Format),
    };
}
