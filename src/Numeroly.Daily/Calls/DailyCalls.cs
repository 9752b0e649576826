using System.Text.Json;
using System.Text.Json.Serialization;
using Numeroly.Daily.Reading;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Requests;
using Numeroly.Daily.Resilience;

namespace Numeroly.Daily.Calls;

/// <summary>
/// What can be done to a call while it runs: https://docs.daily.co/reference/rest-api/rooms. Each answers
/// <see cref="DailyFailureKind.NoCallRunning"/> when nobody is in the room, and for some seconds after somebody came:
/// who acts on a join asks again every 2 s or so for up to 15 s.
/// </summary>
public sealed class DailyCalls
{
    private static readonly DailyOperation SendMessage = Acting("calls.send-app-message", Effect.OnceOnly(
        "the app would get the message twice"));

    private static readonly DailyOperation Eject = Acting("calls.eject", Effect.SameWhenRepeated(
        "who is out already is passed over"));

    private static readonly DailyOperation Start = Acting("recordings.start", Effect.SameWhenRepeated(
        "a second start while the first one's recording runs is refused")) with { Bucket = RateBucketName.RecordingStart };

    private static readonly DailyOperation Stop = Acting("recordings.stop", Effect.SameWhenRepeated(
        "a recording that has stopped stays so, and the answer says so"));

    private static readonly DailyOperation Presence = Acting("calls.presence", Effect.None("it only reads"));

    private readonly DailyCaller _caller;

    internal DailyCalls(DailyCaller caller) => _caller = caller;

    /// <summary>
    /// Sends a message to the apps in the call. It is neither stored nor replayed, and reaches only who is there now.
    /// Sent again only when it certainly did not get out.
    /// </summary>
    /// <param name="room">The call's room.</param>
    /// <param name="message">At most 4 KB.</param>
    /// <param name="recipient">A session id, or <c>*</c> for everyone.</param>
    public Task<DailyResult<MessageSent>> SendAppMessageAsync(
        string room, JsonElement message, string recipient, CancellationToken cancellationToken) => _caller.DoAsync(
        SendMessage,
        (api, call) => api.SendAppMessage(room, new AppMessageWire(message, recipient), call, cancellationToken),
        new MessageSent(),
        room);

    /// <summary>Puts participants out of the call. Without a ban, a valid token lets them in again.</summary>
    public Task<DailyResult<Ejected>> EjectAsync(string room, Ejection ejection, CancellationToken cancellationToken) => _caller.AskAsync(
        Eject,
        (api, call) => api.Eject(room, ejection.ToWire(), call, cancellationToken),
        wire => new Ejected(wire.EjectedIds ?? []),
        room);

    /// <summary>Who is in the call. Up to 15 s late, with ghosts of who came again for longer: nothing to decide by.</summary>
    public Task<DailyResult<IReadOnlyList<Present>>> PresenceAsync(string room, CancellationToken cancellationToken) => _caller.AskAsync(
        Presence,
        (api, call) => api.GetPresence(room, call, cancellationToken),
        list => list.Data.Each(wire => wire.ToPresent(room)),
        room);

    /// <summary>
    /// Who is in any call of the domain, by room name; as late as <see cref="PresenceAsync"/>. To be asked every 15 s at most.
    /// </summary>
    public Task<DailyResult<IReadOnlyDictionary<string, IReadOnlyList<Present>>>> PresenceEverywhereAsync(
        CancellationToken cancellationToken) => _caller.ReadAsync(
        "presence", (api, call) => api.GetPresenceEverywhere(call, cancellationToken), PresentWire.ByRoom);

    /// <summary>
    /// Starts recording. Daily answers the same 400 to a start while a recording runs, to a faulty request and to a call
    /// that is closing, and tells them apart only in words that may change. So a refusal is followed by a look at the
    /// room's recordings: one in progress means that it runs, and the refusal is reported only when there is none.
    /// </summary>
    public async Task<DailyResult<RecordingStarted>> StartRecordingAsync(
        string room, RecordingOptions options, CancellationToken cancellationToken)
    {
        var deadline = _caller.StartClock();
        var started = await _caller.DoAsync(
            Start,
            (api, call) => api.StartRecording(room, options, call, cancellationToken),
            new RecordingStarted(WasAlreadyRunning: false),
            room,
            deadline.KeepingBack(_caller.OneAttempt));
        if (started.Failure is not { Kind: DailyFailureKind.Refused } refusal)
            return started;

        var recordings = await DailyRecordings.ListAsync(_caller, room, new PageRequest(Limit: 10), deadline, cancellationToken);
        if (!recordings.IsSuccess)
            return recordings.Failure with { Operation = Start.Name, MayHaveHappened = true };
        return recordings.Value.Items.Any(recording => recording.Status == RecordingStatus.InProgress)
            ? new RecordingStarted(WasAlreadyRunning: true)
            : refusal;
    }

    /// <summary>
    /// Stops recording. Daily's 400 (none is running, or the call is closing) and 404 (no call) both mean that nothing
    /// is recorded any more; a request it could not read would also be a 400, and this one is too small for that.
    /// </summary>
    /// <param name="room">The call's room.</param>
    /// <param name="instanceId">Which recording; null when none was named at the start.</param>
    public async Task<DailyResult<RecordingStopped>> StopRecordingAsync(string room, Guid? instanceId, CancellationToken cancellationToken)
    {
        var stopped = await _caller.DoAsync(
            Stop,
            (api, call) => api.StopRecording(room, new StopRecordingWire(instanceId), call, cancellationToken),
            new RecordingStopped(WasNotRunning: false),
            room);
        return stopped.Failure?.Kind is DailyFailureKind.Refused or DailyFailureKind.NoCallRunning
            ? new RecordingStopped(WasNotRunning: true)
            : stopped;
    }

    private static DailyOperation Acting(string name, Effect effect) =>
        new(name, effect) { NotFoundMeans = DailyFailureKind.NoCallRunning };
}

/// <summary>A message in its own shape, inside Daily's.</summary>
internal sealed record AppMessageWire(JsonElement Data, string Recipient);

internal sealed record StopRecordingWire([property: JsonPropertyName("instanceId")] Guid? InstanceId);
