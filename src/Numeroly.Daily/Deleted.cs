namespace Numeroly.Daily;

/// <summary>Something is gone from Daily.</summary>
/// <param name="WasAlreadyGone">It was not there any more, be it through an attempt of this call whose answer was lost.</param>
public sealed record Deleted(bool WasAlreadyGone);
