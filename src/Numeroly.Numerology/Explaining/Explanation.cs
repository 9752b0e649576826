using System.Collections.Immutable;

namespace Numeroly.Numerology.Explaining;

/// <summary>A number or an arrow in words.</summary>
/// <param name="Name">What it is: Số chủ đạo, Life path number.</param>
/// <param name="Title">Two or three words: Người dựng nền.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Meaning">Paragraphs.</param>
public sealed record Explanation(string Name, string Title, string Summary, ImmutableArray<string> Meaning);

/// <summary>The languages the texts are written in.</summary>
public enum Language
{
    Vi,
    En,
}
