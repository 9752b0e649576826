namespace Numeroly.Assistant.Replying.Guiding.Dates;

/// <summary>A number that was found in what was said.</summary>
/// <param name="Value">What it is.</param>
/// <param name="Next">Index of the first word after it.</param>
/// <param name="Digits">For a year: 2 when only its last two digits were said, else 4.</param>
internal readonly record struct SpokenNumber(int Value, int Next, int Digits = 0);
