namespace Numeroly.Daily.Rooms;

/// <summary>A room to be made. Its name makes the request repeatable, so it follows from what the room is for.</summary>
/// <param name="Name">Up to 128 of <c>A-Z a-z 0-9 - _</c>.</param>
public sealed record NewRoom(string Name)
{
    /// <summary>A private room is entered with a meeting token only.</summary>
    public bool IsPrivate { get; init; } = true;

    public RoomProperties Properties { get; init; } = new();
}

internal sealed record NewRoomWire(string Name, string Privacy, RoomProperties Properties)
{
    public static NewRoomWire From(NewRoom room) => new(room.Name, room.IsPrivate ? "private" : "public", room.Properties);
}
