using System.Text.Json;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing.Failing;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Hearing.Azure;

/// <summary>A piece of the turn that is understood for good.</summary>
/// <param name="Text">Empty when there was nothing to understand in it.</param>
/// <param name="End">Where it ends in the sound of its connection, in samples.</param>
internal readonly record struct AzurePhrase(string Text, double? Confidence, long End)
{
    private const long TicksPerSample = TimeSpan.TicksPerSecond / SpeechFormat.HeardRate;

    /// <summary>Reads a <c>speech.phrase</c> in the detailed format.</summary>
    /// <exception cref="ProviderException">It tells of an error.</exception>
    public static AzurePhrase Read(string json)
    {
        using var document = Parse(json);
        var phrase = document.RootElement;
        var status = phrase.TryGetProperty("RecognitionStatus", out var said) ? said.GetString() : null;
        if (FailureOf(status) is { } failure) throw new ProviderException(failure, $"azure answered {status}.");

        var end = (Ticks(phrase, "Offset") + Ticks(phrase, "Duration")) / TicksPerSample;
        if (status != "Success") return new("", null, end);
        if (!phrase.TryGetProperty("NBest", out var all) || all.ValueKind != JsonValueKind.Array || all.GetArrayLength() == 0)
            return new(Said(phrase, "DisplayText"), null, end);
        var best = all[0];
        double? confidence = best.TryGetProperty(nameof(Confidence), out var value) && value.TryGetDouble(out var number) ? Math.Clamp(number, 0, 1) : null;
        return new(Said(best, "Display"), confidence, end);
    }

    /// <summary>Reads the text of a <c>speech.hypothesis</c>.</summary>
    public static string ReadHypothesis(string json)
    {
        using var document = Parse(json);
        return Said(document.RootElement, "Text");
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (JsonException failure)
        {
            // Without the failure itself, which quotes what it could not read.
            throw new ProviderException(ProviderFailure.Unavailable, $"azure answered what its protocol does not know ({failure.GetType().Name}).");
        }
        throw Failures.NotUnderstood("azure");
    }

    private static ProviderFailure? FailureOf(string? status) => status switch
    {
        "Error" or "ServiceUnavailable" => ProviderFailure.Unavailable,
        "TooManyRequests" => ProviderFailure.RateLimited,
        "BadRequest" or "InvalidMessage" => ProviderFailure.Refused,
        "Forbidden" => ProviderFailure.NotAllowed,
        _ => null,
    };

    private static long Ticks(JsonElement phrase, string name) =>
        phrase.TryGetProperty(name, out var value) && value.TryGetInt64(out var ticks) ? ticks : 0;

    private static string Said(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
}
