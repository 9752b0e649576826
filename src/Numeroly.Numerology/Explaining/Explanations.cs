using Numeroly.Numerology.Births;
using Numeroly.Numerology.Charting;

namespace Numeroly.Numerology.Explaining;

/// <summary>What each number and arrow may say to a person, in our own words. A way to think about oneself, never fate.</summary>
public static class Explanations
{
    private const string Arrows = "arrows";

    /// <exception cref="ArgumentOutOfRangeException">The number cannot have that value, see <see cref="NumberKeys.Values"/>.</exception>
    public static Explanation Of(NumberKey key, int value, Language language) => Of(key, value, SystemOf(key), language);

    /// <summary>The same, called as the number's own system calls it.</summary>
    public static Explanation Of(Number number, Language language) => Of(number.Key, number.Value, number.System, language);

    public static Explanation Of(ArrowKey arrow, Language language) =>
        From(Texts.Section(Arrows, arrow.Text(), language), Texts.Of(Arrows, language).NameBy(NumerologySystem.Phillips));

    public static string NameOf(NumberKey key, NumerologySystem system, Language language) => Texts.Of(FileOf(key), language).NameBy(system);

    private static Explanation Of(NumberKey key, int value, NumerologySystem system, Language language) =>
        From(Texts.Section(FileOf(key), $"{value}", language), NameOf(key, system, language));

    private static Explanation From(TextSection section, string name) =>
        new(name, section.Title, section.Paragraphs[0], section.Paragraphs[1..]);

    private static NumerologySystem SystemOf(NumberKey key) => key == NumberKey.LifePath
        ? LifePath.SystemOf(ReadingOptions.Default.LifePath)
        : key is NumberKey.Birthday or NumberKey.Peak or NumberKey.IsolatedNumber ? NumerologySystem.Phillips : NumerologySystem.Pythagorean;

    private static string FileOf(NumberKey key) => (key == NumberKey.OtherLifePath ? NumberKey.LifePath : key).Text();
}
