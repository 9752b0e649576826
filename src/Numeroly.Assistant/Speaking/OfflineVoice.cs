namespace Numeroly.Assistant.Speaking;

/// <summary>Whether this machine can speak without an account, for whoever tells a person at the start.</summary>
/// <param name="Description">Which espeak it is; null when there is none.</param>
/// <param name="WhyNot">In a sentence what is missing and what to do; null when nothing is.</param>
public sealed record OfflineVoice(string? Description, string? WhyNot);
