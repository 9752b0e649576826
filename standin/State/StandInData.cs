using System.Text.Json.Serialization;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Ledger;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Rooms;
using Numeroly.StandIn.Tokens;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.State;

/// <summary>What is remembered, in the shape in which it is stored. Only ever touched through <see cref="StandInState"/>.</summary>
internal sealed class StandInData
{
    /// <summary>Every room there ever was, oldest first.</summary>
    public List<Room> Rooms { get; init; } = [];

    public List<IssuedToken> Tokens { get; init; } = [];

    /// <summary>Every participant session there ever was, by session id.</summary>
    public Dictionary<string, Participant> Participants { get; init; } = [];

    /// <summary>Calls somebody is in, or was in so recently that the meeting session has not ended; by room name.</summary>
    public Dictionary<string, Call> Calls { get; init; } = [];

    public Dictionary<string, Meeting> Meetings { get; init; } = [];

    public Dictionary<string, Recording> Recordings { get; init; } = [];

    public Webhook? Webhook { get; set; }

    /// <summary>Webhook events not yet delivered or given up, by their sequence.</summary>
    public Dictionary<long, WebhookEvent> Undelivered { get; init; } = [];

    public long LastEventSequence { get; set; }

    public List<AppMessage> AppMessages { get; init; } = [];

    public List<Ejection> Ejections { get; init; } = [];

    public List<RefusedDelete> RefusedDeletes { get; init; } = [];

    /// <summary>Rooms that were not deleted, by name. An expired one stays here until it is deleted or its name is used again.</summary>
    [JsonIgnore]
    public Dictionary<string, Room> OpenRooms { get; private set; } = [];

    [JsonIgnore]
    public Dictionary<string, Room> RoomsById { get; private set; } = [];

    public void Add(Room room)
    {
        Rooms.Add(room);
        RoomsById[room.Id] = room;
        OpenRooms[room.Name] = room;
    }

    public IEnumerable<Participant> PresentIn(Call call) => call.PresentIds.Select(id => Participants[id]);

    public void Index()
    {
        RoomsById = Rooms.ToDictionary(r => r.Id);
        OpenRooms = Rooms.Where(r => r.DeletedAt is null).ToDictionary(r => r.Name);
    }
}
