using System.Text.Json;
using Numeroly.Daily.Reading;

namespace Numeroly.Daily.Rooms;

/// <summary>A room as Daily describes it.</summary>
/// <param name="Name">Unique in the domain.</param>
/// <param name="Url">What a client joins.</param>
public sealed record Room(string Name, Uri Url)
{
    public string? Id { get; init; }

    public bool IsPrivate { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Only what differs from the defaults of Daily and of the domain.</summary>
    public RoomProperties Config { get; init; } = new();
}

/// <summary>A room that is there and may be joined.</summary>
/// <param name="Room">As Daily has it.</param>
/// <param name="FoundExisting">
/// Daily was found to have it already, unchanged, whoever made it: an earlier call, or an attempt of this one whose answer was lost.
/// </param>
public sealed record RoomReady(Room Room, bool FoundExisting);

internal sealed record RoomWire(string? Id, string? Name, string? Privacy, string? Url, DateTimeOffset? CreatedAt, RoomProperties? Config)
{
    public Room ToRoom() => new(
        AnswerReading.Needed(Name, "name"),
        Uri.TryCreate(Url, UriKind.Absolute, out var url) ? url : throw new JsonException("the room has no address"))
    {
        Id = Id,
        IsPrivate = Privacy == "private",
        CreatedAt = CreatedAt,
        Config = Config ?? new RoomProperties(),
    };
}
