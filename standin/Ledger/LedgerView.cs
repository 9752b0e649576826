using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Rooms;
using Numeroly.StandIn.Tokens;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.Ledger;

/// <summary>The ledger as <c>GET /standin/ledger</c> shows it: everything that happened, or all of one room.</summary>
internal sealed record LedgerView(
    LedgerSummary Summary,
    IReadOnlyList<LedgerRoom> Rooms,
    IReadOnlyList<IssuedToken> Tokens,
    IReadOnlyList<LedgerParticipant> Participants,
    IReadOnlyList<LedgerRecording> Recordings,
    IReadOnlyList<AppMessage> AppMessages,
    IReadOnlyList<Ejection> Ejects,
    IReadOnlyList<RefusedDelete> RefusedDeletes,
    IReadOnlyList<Delivery> WebhookDeliveries,
    IReadOnlyList<ApiCall> Calls);

/// <summary>Counts over what the ledger shows.</summary>
internal sealed record LedgerSummary
{
    public required int RoomsCreated { get; init; }

    /// <summary>Neither deleted nor expired.</summary>
    public required int RoomsOpen { get; init; }

    public required int RoomsDeleted { get; init; }

    public required int RoomsExpired { get; init; }

    /// <summary>Rooms on which deleting had an effect more than once; must be 0.</summary>
    public required int RoomsDeletedMoreThanOnce { get; init; }

    public required int RefusedDeletes { get; init; }

    public required int TokensIssued { get; init; }

    public required int ParticipantsInside { get; init; }

    /// <summary>By status: in-progress, finished, canceled; a deleted one counts as deleted.</summary>
    public required IReadOnlyDictionary<string, int> Recordings { get; init; }

    public required IReadOnlyDictionary<DeliveryOutcome, int> WebhookDeliveries { get; init; }

    public required int Calls { get; init; }

    public required int CallsWithFault { get; init; }
}

internal sealed record LedgerRoom(
    string Id,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    bool Expired,
    DateTimeOffset? DeletedAt,
    RoomDeletion? HowDeleted,
    int DeletesWithEffect);

internal sealed record LedgerParticipant(
    string SessionId,
    string Room,
    string UserId,
    string? UserName,
    bool Owner,
    DateTimeOffset JoinedAt,
    DateTimeOffset? WillEjectAt,
    DateTimeOffset? LeftAt,
    LeaveReason? Reason);

internal sealed record LedgerRecording(
    string Id,
    string Room,
    string InstanceId,
    string Type,
    string? StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? StoppedAt,
    string Status,
    int DurationSeconds,
    string? Error,
    DateTimeOffset? DeletedAt);
