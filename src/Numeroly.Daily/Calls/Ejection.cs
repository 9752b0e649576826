using System.Text.Json.Serialization;

namespace Numeroly.Daily.Calls;

/// <summary>Whom to put out of a call: https://docs.daily.co/reference/rest-api/rooms/session/eject. At most 100 of each.</summary>
public sealed record Ejection
{
    public IReadOnlyList<string> SessionIds { get; init; } = [];

    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Keeps those named by user id out even with a valid token, as long as the meeting lasts.</summary>
    public bool Ban { get; init; }

    public static Ejection OfUsers(params IEnumerable<string> userIds) => new() { UserIds = [.. userIds] };

    public static Ejection OfSessions(params IEnumerable<string> sessionIds) => new() { SessionIds = [.. sessionIds] };

    internal EjectWire ToWire() => new(SessionIds.Count > 0 ? SessionIds : null, UserIds.Count > 0 ? UserIds : null, Ban ? true : null);
}

/// <summary>Who was put out.</summary>
/// <param name="SessionIds">Those who were in the call; others are passed over.</param>
public sealed record Ejected(IReadOnlyList<string> SessionIds);

internal sealed record EjectWire(IReadOnlyList<string>? Ids, IReadOnlyList<string>? UserIds, bool? Ban);

internal sealed record EjectedWire([property: JsonPropertyName("ejectedIds")] IReadOnlyList<string>? EjectedIds);
