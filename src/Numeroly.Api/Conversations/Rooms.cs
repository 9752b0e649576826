using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numeroly.Assistant.Calling;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tokens;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>How a conversation looks to Daily: its room's name and properties, and who its participants are.</summary>
public static class Rooms
{
    public const string NamePrefix = "numeroly-";

    /// <summary>The assistant's user id at Daily.</summary>
    public const string AssistantId = CallInvitation.AssistantUserId;

    private const int MostParticipants = 2;

    /// <summary>The room's name follows from the conversation's id, so that making it is repeatable and finding it needs no table.</summary>
    public static string NameOf(Guid conversation) => $"{NamePrefix}{conversation:N}";

    /// <summary>The conversation a room belongs to; null when the room is none of ours.</summary>
    public static Guid? ConversationOf(string? room) =>
        room is not null && room.StartsWith(NamePrefix, StringComparison.Ordinal) && Guid.TryParseExact(room.AsSpan(NamePrefix.Length), "N", out var id) ? id : null;

    /// <summary>
    /// The person's user id at Daily: at most 36 characters, and no name of theirs, since Daily keeps it in its logs.
    /// </summary>
    public static string ParticipantId(string userId) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(userId)).AsSpan(0, 16)).ToString("D", CultureInfo.InvariantCulture);

    public static Speaker SpeakerOf(string? participantId) => participantId == AssistantId ? Speaker.Assistant : Speaker.User;

    /// <summary>
    /// Two participants, where coming back puts out one's own old session instead of being refused as a third (criteria
    /// 03, 04): sound only, recorded in the cloud, closed by Daily itself should we never do so.
    /// </summary>
    public static NewRoom For(Guid conversation, DateTimeOffset expiresAt, string? region) => new(NameOf(conversation))
    {
        IsPrivate = true,
        Properties = new RoomProperties
        {
            Exp = expiresAt,
            EjectAtRoomExp = true,
            MaxParticipants = MostParticipants,
            EnforceUniqueUserIds = true,
            EnableRecording = RecordingType.CloudAudioOnly,
            StartVideoOff = true,
            EnableScreenshare = false,
            EnableChat = false,
            Permissions = new CallPermissions { CanSend = Grant.Only("audio") },
            Geo = region,
        },
    };

    /// <summary>A token for the person. It has no ejection of its own, so that the room's applies.</summary>
    public static NewMeetingToken TokenFor(Conversation conversation, Speaker who, DateTimeOffset expiresAt) =>
        Token(conversation.RoomName, who == Speaker.Assistant ? AssistantId : ParticipantId(conversation.UserId), who, expiresAt);

    public static NewMeetingToken TokenForUser(Guid conversation, string userId, DateTimeOffset expiresAt) =>
        Token(NameOf(conversation), ParticipantId(userId), Speaker.User, expiresAt);

    /// <summary>A token lasts an hour, and never longer than its room. Daily counts in whole seconds.</summary>
    public static DateTimeOffset TokenExpiry(DateTimeOffset roomExpiresAt, ConversationPolicy policy, DateTimeOffset now) =>
        WholeSeconds(now + policy.TokenLifetime < roomExpiresAt ? now + policy.TokenLifetime : roomExpiresAt);

    public static DateTimeOffset RoomExpiry(ConversationPolicy policy, DateTimeOffset now) => WholeSeconds(now + policy.Limit + policy.RoomOutlivesLimitBy);

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private static NewMeetingToken Token(string room, string participantId, Speaker who, DateTimeOffset expiresAt) => new(room, participantId)
    {
        Exp = expiresAt,
        IsOwner = who == Speaker.Assistant,
        StartVideoOff = true,
        EnableScreenshare = false,
    };
}
