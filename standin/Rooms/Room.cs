using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Rooms;

/// <summary>One room from its creation on; it stays on record after it is gone. A name used again is another room.</summary>
internal sealed class Room
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Privacy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Only what differs from Daily's defaults.</summary>
    public required JsonObject Config { get; set; }

    [JsonInclude]
    public DateTimeOffset? DeletedAt { get; private set; }

    [JsonInclude]
    public RoomDeletion? Deletion { get; private set; }

    /// <summary>How often deleting had an effect on this very room. More than once would be a bug, so it is counted where it happens.</summary>
    [JsonInclude]
    public int EffectiveDeletes { get; private set; }

    public bool IsPrivate => Privacy == "private";

    public int MaxParticipants => (int)(Rule.WholeNumber(Config["max_participants"]) ?? 200);

    public bool EnforcesUniqueUserIds => Flag("enforce_unique_user_ids");

    public string? EnabledRecording => (string?)Config["enable_recording"];

    public DateTimeOffset? NotBefore => Time("nbf");

    public DateTimeOffset? ExpiresAt => Time("exp");

    public bool EjectsAtExpiry => Flag("eject_at_room_exp");

    public long? EjectAfterSeconds => Rule.WholeNumber(Config["eject_after_elapsed"]);

    public bool ExpiredAt(DateTimeOffset now) => ExpiresAt <= now;

    public void Delete(RoomDeletion how, DateTimeOffset now)
    {
        DeletedAt = now;
        Deletion = how;
        EffectiveDeletes++;
    }

    public JsonObject ToJson(string publicUrl) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["api_created"] = true,
        ["privacy"] = Privacy,
        ["url"] = $"{publicUrl}/{Name}",
        ["created_at"] = UnixTime.Iso(CreatedAt),
        ["config"] = Config.DeepClone(),
    };

    private bool Flag(string name) => (bool?)Config[name] ?? false;

    private DateTimeOffset? Time(string name) =>
        Rule.WholeNumber(Config[name]) is { } seconds ? UnixTime.FromSeconds(seconds) : null;
}

/// <summary>How a room came to be gone.</summary>
internal enum RoomDeletion
{
    Deleted,
    DeletedInBatch,

    /// <summary>Its <c>exp</c> had passed when the delete came: answered 404, yet removed.</summary>
    DeletedAfterExpiry,

    /// <summary>Its <c>exp</c> had passed and a new room took the name.</summary>
    ReplacedAfterExpiry,
}
