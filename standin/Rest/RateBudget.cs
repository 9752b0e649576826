namespace Numeroly.StandIn.Rest;

/// <summary>
/// So many calls in so much time, for all clients together. Daily names three limits; two are for certain
/// endpoints and stand here. The general one (100 in 5 s) we count for each endpoint by itself, that is for each
/// method and route: Daily says "most endpoints 20/s" and not whether they share.
/// </summary>
internal sealed record RateBudget(string Name, int Calls, TimeSpan Per)
{
    public static RateBudget RoomDeletion { get; } = new("DELETE /rooms/:name", 50, TimeSpan.FromSeconds(30));

    public static RateBudget RecordingList { get; } = new("GET /recordings", 50, TimeSpan.FromSeconds(30));

    public static RateBudget RecordingStart { get; } = new("POST /rooms/:name/recordings/start", 5, TimeSpan.FromSeconds(5));

    public static RateBudget General(string methodAndRoute) => new(methodAndRoute, 100, TimeSpan.FromSeconds(5));
}

internal static class RateBudgetMetadata
{
    public static void Within(this RouteHandlerBuilder endpoint, RateBudget budget) => endpoint.WithMetadata(budget);
}
