using Microsoft.Extensions.AI;

namespace Numeroly.Assistant.Replying.Models.Connecting;

/// <summary>Which model of a provider to use. Bound from <c>Assistant:Replying:OpenAi</c> and <c>Assistant:Replying:Anthropic</c>.</summary>
public sealed class ModelOptions
{
    public string? Model { get; set; }

    /// <summary>How much the model thinks before it speaks: none, low, medium, high, or default for its own. When empty: as little as the model allows.</summary>
    public string? Effort { get; set; }

    internal IEnumerable<string> Problems(string variable)
    {
        if (!string.IsNullOrWhiteSpace(Effort) && !IsDefault && !Enum.TryParse<ReasoningEffort>(Effort, ignoreCase: true, out _))
            yield return $"{variable} ('{Effort}') is not one of none, low, medium, high, default.";
    }

    /// <param name="least">As little as the model allows; null for its own default.</param>
    internal ReasoningEffort? EffortOr(ReasoningEffort? least) => IsDefault ? null
        : Enum.TryParse<ReasoningEffort>(Effort, ignoreCase: true, out var told) ? told : least;

    private bool IsDefault => string.Equals(Effort, "default", StringComparison.OrdinalIgnoreCase);
}
