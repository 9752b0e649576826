using System.Text.Json;

namespace Numeroly.Daily.Reading;

/// <summary>The steps that reading any answer consists of.</summary>
internal static class AnswerReading
{
    /// <summary>The items of a list that may be missing or have holes.</summary>
    public static IReadOnlyList<T> Each<TWire, T>(this IEnumerable<TWire?>? list, Func<TWire, T> item)
        where TWire : class =>
        [.. (list ?? []).OfType<TWire>().Select(item)];

    /// <summary>A field without which the answer is of no use.</summary>
    public static T Needed<T>(T? value, string field)
        where T : class =>
        value ?? throw new JsonException($"the answer has no {field}");
}
