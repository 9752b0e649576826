using System.Text.Json.Nodes;
using Numeroly.StandIn.Ledger;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Rooms;

/// <summary>
/// The domain's rooms. An expired room counts as gone, though it stays until it is deleted or its name is used
/// again. Deleting a room, or its expiry, closes the door only: nothing found in public says that Daily ends a call
/// for it, so whoever is inside stays until they leave, are ejected, or their own time is up, and the runtime
/// endpoints go on reaching that call.
/// </summary>
internal sealed class RoomRegistry(StandInState state, PublicUrl url, TimeProvider clock)
{
    /// <summary>Creates the rooms, or none of them if one cannot be.</summary>
    public Outcome<IReadOnlyList<JsonObject>> Create(IReadOnlyList<NewRoom> wanted) => state.Change<Outcome<IReadOnlyList<JsonObject>>>(data =>
    {
        var now = clock.GetUtcNow();
        var names = new HashSet<string>();
        foreach (var room in wanted)
        {
            var taken = data.OpenRooms.TryGetValue(room.Name, out var other) && !other.ExpiredAt(now);
            if (taken || !names.Add(room.Name)) return Refusal.InvalidRequest($"a room named {room.Name} already exists");
        }

        return wanted.Select(room => Add(data, room, now).ToJson(url.Value)).ToList();
    });

    public Outcome<JsonObject> Get(string name) => state.Read<Outcome<JsonObject>>(data =>
        Open(data, name) is { } room ? room.ToJson(url.Value) : Refusal.NoSuchRoom(name));

    public Outcome<JsonObject> Update(string name, RoomChange change) => state.Change<Outcome<JsonObject>>(data =>
    {
        if (Open(data, name) is not { } room) return Refusal.NoSuchRoom(name);
        room.Config = RoomProperties.Table.Merge(room.Config, change.Properties);
        room.Privacy = change.Privacy ?? room.Privacy;
        return room.ToJson(url.Value);
    });

    public Outcome<JsonObject> Delete(string name) => state.Change<Outcome<JsonObject>>(data =>
    {
        var now = clock.GetUtcNow();
        if (!data.OpenRooms.TryGetValue(name, out var room))
        {
            data.RefusedDeletes.Add(new(name, data.Rooms.Exists(r => r.Name == name) ? "already deleted" : "never existed", now));
            return Refusal.NoSuchRoom(name);
        }

        var expired = room.ExpiredAt(now);
        Remove(data, room, expired ? RoomDeletion.DeletedAfterExpiry : RoomDeletion.Deleted, now);
        return expired ? Refusal.NoSuchRoom(name) with { Deleted = true } : new JsonObject { ["deleted"] = true, ["name"] = name };
    });

    /// <summary>Deletes all of the named rooms, or none if one of them is unknown.</summary>
    public Outcome<JsonObject> Delete(IReadOnlyList<string> names) => state.Change<Outcome<JsonObject>>(data =>
    {
        var now = clock.GetUtcNow();
        var distinct = names.Distinct().ToList();
        if (distinct.Find(name => Open(data, name) is null) is { } unknown)
        {
            data.RefusedDeletes.Add(new RefusedDelete(unknown, "unknown in a batch", now));
            return Refusal.NoSuchRoom(unknown);
        }

        distinct.ForEach(name => Remove(data, data.OpenRooms[name], RoomDeletion.DeletedInBatch, now));
        return new JsonObject { ["deleted_count"] = distinct.Count };
    });

    public Outcome<JsonObject> List(PageRequest page) => state.Read(data =>
    {
        var now = clock.GetUtcNow();
        return page.Cut(
            data.OpenRooms.Values.Where(room => !room.ExpiredAt(now)),
            Position,
            id => data.RoomsById.TryGetValue(id, out var room) ? Position(room) : null,
            room => room.ToJson(url.Value));
    });

    private static PagePosition Position(Room room) => new(room.CreatedAt.ToUnixTimeSeconds(), room.Id);

    private static Room Add(StandInData data, NewRoom wanted, DateTimeOffset now)
    {
        if (data.OpenRooms.TryGetValue(wanted.Name, out var expired)) Remove(data, expired, RoomDeletion.ReplacedAfterExpiry, now);
        var room = new Room
        {
            Id = Guid.NewGuid().ToString(),
            Name = wanted.Name,
            Privacy = wanted.Privacy,
            CreatedAt = now,
            Config = RoomProperties.Table.Merge([], wanted.Properties),
        };
        data.Add(room);
        return room;
    }

    private static void Remove(StandInData data, Room room, RoomDeletion how, DateTimeOffset now)
    {
        data.OpenRooms.Remove(room.Name);
        room.Delete(how, now);
    }

    private Room? Open(StandInData data, string name) =>
        data.OpenRooms.TryGetValue(name, out var room) && !room.ExpiredAt(clock.GetUtcNow()) ? room : null;
}
