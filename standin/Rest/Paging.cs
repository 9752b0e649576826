using System.Globalization;
using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Rest;

/// <summary>Where something stands in a list: newest second first, ties broken by id.</summary>
internal readonly record struct PagePosition(long CreatedSecond, string Id)
{
    public static Comparer<PagePosition> NewestFirst { get; } = Comparer<PagePosition>.Create((a, b) =>
        a.CreatedSecond != b.CreatedSecond ? b.CreatedSecond.CompareTo(a.CreatedSecond) : string.CompareOrdinal(b.Id, a.Id));
}

/// <summary>
/// Daily's way to page: <c>limit</c> (at most 100, also the default), <c>starting_after</c> and <c>ending_before</c>
/// an id, where <c>ending_before=OLDEST</c> is the last page. The answer tells the size of the whole set.
/// </summary>
internal sealed record PageRequest(int Limit, string? StartingAfter, string? EndingBefore)
{
    private const int Largest = 100;

    public static Outcome<PageRequest> Read(HttpContext http)
    {
        var query = http.Request.Query;
        var limit = Largest;
        if (query["limit"] is [{ } text, ..]
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Largest))
            return Refusal.InvalidRequest($"limit was '{text}' but should be an integer from 1 to {Largest}");
        return new PageRequest(limit, query["starting_after"].FirstOrDefault(), query["ending_before"].FirstOrDefault());
    }

    /// <param name="all">The whole set, in any order.</param>
    /// <param name="positionOf">Where an item stands.</param>
    /// <param name="positionOfId">Where an id stands, also when its item is gone: a deletion between two pages does no harm.</param>
    /// <param name="toJson">An item as it is shown.</param>
    public Outcome<JsonObject> Cut<T>(
        IEnumerable<T> all, Func<T, PagePosition> positionOf, Func<string, PagePosition?> positionOfId, Func<T, JsonNode> toJson)
    {
        var sorted = all.OrderBy(positionOf, PagePosition.NewestFirst).ToList();
        IEnumerable<T> page = sorted;
        if (StartingAfter is not null)
        {
            if (positionOfId(StartingAfter) is not { } after) return Unknown("starting_after", StartingAfter);
            page = sorted.SkipWhile(item => PagePosition.NewestFirst.Compare(positionOf(item), after) <= 0);
        }
        else if (EndingBefore is not null and not "OLDEST")
        {
            if (positionOfId(EndingBefore) is not { } before) return Unknown("ending_before", EndingBefore);
            page = sorted.TakeWhile(item => PagePosition.NewestFirst.Compare(positionOf(item), before) < 0);
        }

        page = EndingBefore is not null && StartingAfter is null ? page.TakeLast(Limit) : page.Take(Limit);
        return new JsonObject
        {
            ["total_count"] = sorted.Count,
            ["data"] = new JsonArray([.. page.Select(toJson)]),
        };
    }

    private static Refusal Unknown(string name, string id) => Refusal.InvalidRequest($"{name} was '{id}', which is unknown");
}
