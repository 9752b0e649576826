using System.Text.Json.Serialization;

namespace Numeroly.Assistant.Hearing.Local.Worker;

/// <summary>A line of what <c>recogniser.mjs</c> says, as described there.</summary>
internal sealed record WorkerLine(
    [property: JsonPropertyName("ready")] string? Ready = null,
    [property: JsonPropertyName("failed")] string? Failed = null,
    [property: JsonPropertyName("turn")] uint Turn = 0,
    [property: JsonPropertyName("text")] string? Text = null,
    [property: JsonPropertyName("final")] bool IsFinal = false,
    [property: JsonPropertyName("error")] bool IsError = false);
