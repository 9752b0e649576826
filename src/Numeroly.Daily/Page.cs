using System.Runtime.CompilerServices;
using Refit;

namespace Numeroly.Daily;

/// <summary>Which part of a list to fetch. Daily lists newest first.</summary>
/// <param name="Limit">At most this many, 1 to 100 (Daily's default and maximum).</param>
/// <param name="StartingAfter">The id of the last item already seen; null for the first page.</param>
public sealed record PageRequest(
    [property: AliasAs("limit")] int Limit = 100, [property: AliasAs("starting_after")] string? StartingAfter = null);

/// <summary>One page of a list.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="TotalCount">The size of the whole list, where Daily says it.</param>
/// <param name="Next">What to ask for next; null when this was the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int? TotalCount, PageRequest? Next);

/// <summary>Walks a list page by page.</summary>
internal static class Paging
{
    public static async IAsyncEnumerable<DailyResult<Page<T>>> AllAsync<T>(
        Func<PageRequest, CancellationToken, Task<DailyResult<Page<T>>>> fetch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = new PageRequest(); next is not null;)
        {
            var page = await fetch(next, cancellationToken);
            yield return page;
            next = page.Value?.Next;
        }
    }
}
