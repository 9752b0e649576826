using System.Collections.Immutable;
using Numeroly.Numerology.Explaining;

namespace Numeroly.Assistant.Replying.Guiding.Telling;

/// <summary>One thing to tell about a person, ready to be spoken.</summary>
/// <param name="Opening">Names the number and its value.</param>
/// <param name="Explanation">What the texts say of it.</param>
/// <param name="Paragraphs">The summary and the paragraphs, as spoken.</param>
/// <param name="Working">How it came about, in figures; empty when there is nothing to count.</param>
/// <param name="Value">As shown.</param>
internal sealed record Chapter(string Opening, Explanation Explanation, ImmutableArray<string> Paragraphs, ImmutableArray<string> Working, string Value)
{
    public string Summary => Paragraphs[0];
}
