namespace Numeroly.Daily;

/// <summary>Which part of a list to fetch. Daily lists newest first.</summary>
/// <param name="Limit">At most this many, 1 to 100 (Daily's default and maximum).</param>
/// <param name="StartingAfter">The id of the last item already seen; null for the first page.</param>
public sealed record PageRequest(int Limit = 100, string? StartingAfter = null);

/// <summary>One page of a list.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="TotalCount">The size of the whole list, where Daily says it.</param>
/// <param name="Next">What to ask for next; null when this was the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int? TotalCount, PageRequest? Next);
