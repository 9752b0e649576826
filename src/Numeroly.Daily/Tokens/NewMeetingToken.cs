using Numeroly.Daily.Recordings;
using Numeroly.Daily.Rooms;

namespace Numeroly.Daily.Tokens;

/// <summary>
/// A token to be issued, under Daily's names: https://docs.daily.co/reference/rest-api/meeting-tokens/config.
/// What is null is left to the room.
/// </summary>
/// <param name="RoomName">The one room it opens. Without it, it would open every room of the domain.</param>
/// <param name="UserId">Whose it is, at most 36 characters; comes back in presence, meetings and webhooks.</param>
public sealed record NewMeetingToken(string RoomName, string UserId)
{
    public const int LongestUserId = 36;

    /// <summary>Shown in the call and kept in Daily's logs, so as little as possible.</summary>
    public string? UserName { get; init; }

    /// <summary>An owner may administer the call: record, transcribe, put out.</summary>
    public bool IsOwner { get; init; }

    /// <summary>Not valid before. Whole seconds.</summary>
    public DateTimeOffset? Nbf { get; init; }

    /// <summary>Gates entry only: whoever is inside stays. Whole seconds; refused when past.</summary>
    public DateTimeOffset? Exp { get; init; }

    /// <summary>Puts the holder out at <see cref="Exp"/>. Setting this or <see cref="EjectAfterElapsed"/> switches both ejections of the room off for the holder.</summary>
    public bool? EjectAtTokenExp { get; init; }

    /// <summary>Puts the holder out this long after they joined.</summary>
    public TimeSpan? EjectAfterElapsed { get; init; }

    public RecordingType? EnableRecording { get; init; }

    /// <summary>Recording starts when the holder joins. On one token of a call only, or two recordings may run.</summary>
    public bool? StartCloudRecording { get; init; }

    public RecordingOptions? StartCloudRecordingOpts { get; init; }

    public bool? StartVideoOff { get; init; }

    public bool? StartAudioOff { get; init; }

    public bool? EnableScreenshare { get; init; }

    public CallPermissions? Permissions { get; init; }
}

internal sealed record NewTokenWire(NewMeetingToken Properties);
