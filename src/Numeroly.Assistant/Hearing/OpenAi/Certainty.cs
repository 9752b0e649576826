using System.Text.Json;

namespace Numeroly.Assistant.Hearing.OpenAi;

/// <summary>How sure a service is of a text: the geometric mean of its tokens' likelihoods, as it tells them.</summary>
internal static class Certainty
{
    /// <returns>0 to 1; null when the answer does not say.</returns>
    public static double? Of(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object) return null;
        var logarithms = Numbers(answer, "logprobs", "logprob") ?? Numbers(answer, "segments", "avg_logprob");
        return logarithms is { Count: > 0 } ? Math.Clamp(Math.Exp(logarithms.Average()), 0, 1) : null;
    }

    private static List<double>? Numbers(JsonElement answer, string list, string name) =>
        answer.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number)
                .Select(item => item.GetProperty(name).GetDouble())]
            : null;
}
