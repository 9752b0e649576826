using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Rooms;
using Numeroly.StandIn.State;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.Ledger;

/// <summary>Puts the ledger together from the state and the journals.</summary>
internal sealed class LedgerBook(StandInState state, CallJournal calls, DeliveryJournal deliveries, TimeProvider clock)
{
    public LedgerView Read(string? onlyRoom) => state.Read(data =>
    {
        bool Shown(string? room) => onlyRoom is null || room == onlyRoom;
        var now = clock.GetUtcNow();
        var view = new LedgerView(
            null!,
            [.. data.Rooms.Where(r => Shown(r.Name)).Select(r => Row(r, now))],
            [.. data.Tokens.Where(t => Shown(t.Room))],
            [.. data.Participants.Values.Where(p => Shown(p.RoomName)).OrderBy(p => p.JoinedAt).Select(Row)],
            [.. data.Recordings.Values.Where(r => Shown(r.RoomName)).OrderBy(r => r.StartedAt).Select(Row)],
            [.. data.AppMessages.Where(m => Shown(m.Room))],
            [.. data.Ejections.Where(e => Shown(e.Room))],
            [.. data.RefusedDeletes.Where(d => Shown(d.Room))],
            [.. deliveries.All().Where(d => Shown(d.Room))],
            [.. calls.All().Where(c => Shown(c.Room))]);
        return view with { Summary = Summarize(view) };
    });

    /// <summary>Forgets API calls and deliveries; what they brought about stays.</summary>
    public void Clear()
    {
        calls.Clear();
        deliveries.Clear();
    }

    private static LedgerSummary Summarize(LedgerView view) => new()
    {
        RoomsCreated = view.Rooms.Count,
        RoomsOpen = view.Rooms.Count(r => r.DeletedAt is null && !r.Expired),
        RoomsDeleted = view.Rooms.Count(r => r.DeletedAt is not null),
        RoomsExpired = view.Rooms.Count(r => r.DeletedAt is null && r.Expired),
        RoomsDeletedMoreThanOnce = view.Rooms.Count(r => r.DeletesWithEffect > 1),
        RefusedDeletes = view.RefusedDeletes.Count,
        TokensIssued = view.Tokens.Count,
        ParticipantsInside = view.Participants.Count(p => p.LeftAt is null),
        Recordings = view.Recordings.CountBy(r => r.DeletedAt is null ? r.Status : "deleted").ToDictionary(),
        WebhookDeliveries = view.WebhookDeliveries.CountBy(d => d.Outcome).ToDictionary(),
        Calls = view.Calls.Count,
        CallsWithFault = view.Calls.Count(c => c.FaultId is not null),
    };

    private static LedgerRoom Row(Room r, DateTimeOffset now) =>
        new(r.Id, r.Name, r.CreatedAt, r.ExpiresAt, r.ExpiredAt(now), r.DeletedAt, r.Deletion, r.EffectiveDeletes);

    private static LedgerParticipant Row(Participant p) =>
        new(p.SessionId, p.RoomName, p.UserId, p.UserName, p.Owner, p.JoinedAt, p.WillEjectAt, p.LeftAt, p.Reason);

    private static LedgerRecording Row(Recording r) =>
        new(r.Id, r.RoomName, r.InstanceId, r.Type, r.StartedBy, r.StartedAt, r.StoppedAt,
            r.StatusName, r.DurationSeconds, r.FailureMessage, r.DeletedAt);
}
