using System.Text.Json.Serialization;
using Numeroly.Daily.Reading;

namespace Numeroly.Daily.Calls;

/// <summary>Somebody in a call, as presence tells it.</summary>
/// <param name="RoomName">The call's room.</param>
/// <param name="SessionId">One connection; who leaves and comes again has another.</param>
public sealed record Present(string RoomName, string? SessionId)
{
    /// <summary>Ours, from the token.</summary>
    public string? UserId { get; init; }

    public string? UserName { get; init; }

    public DateTimeOffset? JoinedAt { get; init; }

    public TimeSpan? Duration { get; init; }
}

internal sealed record PresentWire(
    string? Room,
    string? Id,
    [property: JsonPropertyName("userId")] string? UserId,
    [property: JsonPropertyName("userName")] string? UserName,
    [property: JsonPropertyName("joinTime")] DateTimeOffset? JoinTime,
    TimeSpan? Duration)
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Present>> ByRoom(Dictionary<string, IReadOnlyList<PresentWire>> rooms) =>
        rooms.ToDictionary(
            room => room.Key,
            room => room.Value.Each(wire => wire.ToPresent(room.Key)));

    public Present ToPresent(string room) => new(Room ?? room, Id)
    {
        UserId = UserId,
        UserName = UserName,
        JoinedAt = JoinTime,
        Duration = Duration,
    };
}
