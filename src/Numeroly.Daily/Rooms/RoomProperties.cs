using Numeroly.Daily.Recordings;

namespace Numeroly.Daily.Rooms;

/// <summary>
/// The room properties that concern an audio call, under Daily's names. What is null is left to the defaults.
/// Daily refuses a room with a property it does not know: https://docs.daily.co/reference/rest-api/rooms/create-room.
/// </summary>
public sealed record RoomProperties
{
    /// <summary>Nobody enters before. Whole seconds.</summary>
    public DateTimeOffset? Nbf { get; init; }

    /// <summary>Nobody enters after, and the API treats the room as deleted. Whole seconds; refused when past.</summary>
    public DateTimeOffset? Exp { get; init; }

    /// <summary>Puts everyone out at <see cref="Exp"/>, except whose token has an ejection of its own. Fixed for each participant when they join.</summary>
    public bool? EjectAtRoomExp { get; init; }

    /// <summary>Puts each participant out this long after they joined.</summary>
    public TimeSpan? EjectAfterElapsed { get; init; }

    /// <summary>Everyone counts, the assistant and the ghost of a dropped phone too.</summary>
    public int? MaxParticipants { get; init; }

    /// <summary>A new join puts out older sessions with the same <c>user_id</c>, so that a reconnecting user is never one too many.</summary>
    public bool? EnforceUniqueUserIds { get; init; }

    /// <summary>Unset means no recording; Daily has no word for off.</summary>
    public RecordingType? EnableRecording { get; init; }

    public bool? StartVideoOff { get; init; }

    public bool? StartAudioOff { get; init; }

    public bool? EnableScreenshare { get; init; }

    public bool? EnableChat { get; init; }

    public bool? EnableKnocking { get; init; }

    public bool? EnablePrejoinUi { get; init; }

    /// <summary>For everyone who is no owner; a token's own go before these.</summary>
    public CallPermissions? Permissions { get; init; }

    /// <summary>Such as <c>ap-southeast-1</c>. Unset, Daily follows whoever joins first, which may be the assistant.</summary>
    public string? Geo { get; init; }

    /// <summary>The recording's file name; must contain <c>{epoch_time}</c>.</summary>
    public string? RecordingsTemplate { get; init; }
}
