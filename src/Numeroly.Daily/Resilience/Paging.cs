using System.Runtime.CompilerServices;

namespace Numeroly.Daily.Resilience;

/// <summary>Walks a list page by page.</summary>
internal static class Paging
{
    public static async IAsyncEnumerable<DailyResult<Page<T>>> AllAsync<T>(
        PageRequest first,
        Func<PageRequest, CancellationToken, Task<DailyResult<Page<T>>>> fetch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = first; next is not null;)
        {
            var page = await fetch(next, cancellationToken);
            yield return page;
            next = page.Value?.Next;
        }
    }
}
