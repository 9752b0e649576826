using Numeroly.StandIn.Rooms;
using Numeroly.StandIn.Tokens;

namespace Numeroly.StandIn.Calls;

/// <summary>What the door decides from: the room if there is one, what was shown, and who is inside.</summary>
internal sealed record AtTheDoor(
    Room? Room, Credential Credential, MeetingToken? Token, IReadOnlyList<Participant> Inside, IReadOnlySet<string> Banned, DateTimeOffset Now);

/// <summary>The rules of joining, all of them, as a pure function.</summary>
internal static class Admission
{
    /// <summary>Why the person is kept out, or null.</summary>
    public static JoinOutcome.Refused? Refusal(AtTheDoor door)
    {
        var (room, credential, token, inside, banned, now) = door;
        if (room is null) return new("no-room", "The meeting you're trying to join does not exist.");
        if (room.ExpiredAt(now)) return new("exp-room", "The meeting you're trying to join has expired.");
        if (room.NotBefore > now) return new("nbf-room", "The meeting you're trying to join is not open yet.");
        if (credential is Credential.TokenText && token is null) return new("not-allowed", "The meeting token is not valid.");
        if (token?.RoomName is { } only && only != room.Name) return new("not-allowed", "The meeting token is for another room.");
        if (token?.ExpiresAt <= now) return new("exp-token", "The meeting token has expired.");
        if (token?.NotBefore > now) return new("nbf-token", "The meeting token is not valid yet.");
        if (token is null && room.IsPrivate) return new("not-allowed", "You are not allowed to join this meeting.");
        if (token?.UserId is { } user && banned.Contains(user)) return new("not-allowed", "You are not allowed to join this meeting.");
        if (inside.Count - Displaced(room, token, inside).Count >= room.MaxParticipants) return new("meeting-full", "The meeting is full.");
        return null;
    }

    /// <summary>Older sessions of the same user, which go first where user ids must be unique.</summary>
    public static IReadOnlyList<Participant> Displaced(Room room, MeetingToken? token, IReadOnlyList<Participant> inside) =>
        room.EnforcesUniqueUserIds && token?.UserId is { } user ? [.. inside.Where(p => p.UserId == user)] : [];

    /// <summary>
    /// When the person will be put out. Either eject property of the token switches both of the room's off.
    /// The `exp` times matter here only together with an eject property: by themselves they close the door, no more.
    /// </summary>
    public static DateTimeOffset? EjectionTime(Room room, MeetingToken? token, DateTimeOffset joinedAt)
    {
        var byToken = token is { EjectsAtExpiry: true } or { EjectAfterSeconds: not null };
        var atExpiry = byToken ? (token!.EjectsAtExpiry ? token.ExpiresAt : null) : (room.EjectsAtExpiry ? room.ExpiresAt : null);
        var afterSeconds = byToken ? token!.EjectAfterSeconds : room.EjectAfterSeconds;
        var afterElapsed = afterSeconds is { } seconds ? joinedAt.AddSeconds(seconds) : (DateTimeOffset?)null;
        return atExpiry is null || afterElapsed < atExpiry ? afterElapsed : atExpiry;
    }

    /// <summary>What a client is told at that time: that the room or the token expired, or just that it is put out.</summary>
    public static string? EjectionType(Room room, MeetingToken? token, DateTimeOffset? ejection) => ejection switch
    {
        null => null,
        var time when token is { EjectsAtExpiry: true } && time == token.ExpiresAt => "exp-token",
        var time when token is not ({ EjectsAtExpiry: true } or { EjectAfterSeconds: not null }) && room.EjectsAtExpiry && time == room.ExpiresAt => "exp-room",
        _ => "ejected",
    };
}
