using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Numeroly.Daily.Resilience;

namespace Numeroly.Daily.Reading;

/// <summary>The steps that reading any answer consists of.</summary>
internal static class AnswerReading
{
    /// <summary>For answers of which only the status counts.</summary>
    public static AnswerReader<T> Just<T>(T value) => _ => value;

    public static AnswerReader<T> As<TWire, T>(JsonTypeInfo<TWire> shape, Func<TWire, T> turn)
        where TWire : class =>
        utf8 => turn(Needed(JsonSerializer.Deserialize(utf8, shape), "content"));

    /// <summary>Reads one page; the next begins after the last item when this one is full.</summary>
    public static AnswerReader<Page<T>> AsPage<TWire, T>(JsonTypeInfo<ListWire<TWire>> shape, PageRequest asked, Func<TWire, T> item, Func<T, string> id)
        where TWire : class =>
        As(shape, list =>
        {
            var items = list.Data.Each(item);
            var next = items is [.., var last] && items.Count >= asked.Limit ? asked with { StartingAfter = id(last) } : null;
            return new Page<T>(items, list.TotalCount, next);
        });

    /// <summary>The items of a list that may be missing or have holes.</summary>
    public static IReadOnlyList<T> Each<TWire, T>(this IEnumerable<TWire?>? list, Func<TWire, T> item)
        where TWire : class =>
        [.. (list ?? []).OfType<TWire>().Select(item)];

    /// <summary>A field without which the answer is of no use.</summary>
    public static T Needed<T>(T? value, string field)
        where T : class =>
        value ?? throw new JsonException($"the answer has no {field}");
}
