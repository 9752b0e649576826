using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.State;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.Recordings;

/// <summary>
/// The life of recordings: in progress from the start, still in progress after the stop (by request, by the last
/// leave, by its longest time) until the file is ready, then finished. A failed one is canceled. Calls come inside
/// the state's lock.
/// </summary>
internal sealed class CloudRecorder(StandInState state, Agenda agenda, WebhookOutbox outbox, StandInOptions options, TimeProvider clock)
{
    private const string RawTracks = "raw-tracks";

    public Outcome<Recording> Start(StandInData data, Call call, RecordingStart wanted)
    {
        if (Running(data, call).Any(r => r.InstanceId == wanted.InstanceId))
            return Refusal.InvalidRequest($"recording instance {wanted.InstanceId} of room {call.RoomName} has an active stream");

        var now = clock.GetUtcNow();
        var recording = new Recording
        {
            Id = Guid.NewGuid().ToString(),
            RoomName = call.RoomName,
            InstanceId = wanted.InstanceId,
            Type = wanted.Type,
            Layout = wanted.Layout,
            StartedBy = wanted.StartedBy,
            MeetingId = call.MeetingId,
            StartedAt = now,
            StopsAtLatest = now + wanted.MaxDuration,
            MaxParticipants = call.PresentIds.Count,
            ShareToken = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 12),
            S3Key = $"{options.DomainName}/{call.RoomName}/{now.ToUnixTimeMilliseconds()}",
        };
        data.Recordings.Add(recording.Id, recording);
        call.RunningRecordingIds.Add(recording.Id);
        PlanLatestStop(recording);
        LiveCalls.Tell(data, call, new("recording-started", Reference(recording)));
        outbox.Emit(data, RecordingEvents.Started(recording));
        return recording;
    }

    /// <summary>Stops the running instance; false if there is none. Raw tracks must be named by their type.</summary>
    public bool Stop(StandInData data, Call call, string instanceId, string? type)
    {
        var running = Running(data, call).Where(r => r.InstanceId == instanceId && (r.Type != RawTracks || type == RawTracks)).ToList();
        running.ForEach(recording => Stop(data, recording));
        return running.Count > 0;
    }

    /// <summary>Counts who is recorded; when the last one has left, the recording stops.</summary>
    public void AttendanceChanged(StandInData data, Call call)
    {
        foreach (var recording in Running(data, call).ToList())
        {
            recording.MaxParticipants = Math.Max(recording.MaxParticipants, call.PresentIds.Count);
            if (call.PresentIds.Count == 0) Stop(data, recording);
        }
    }

    /// <summary>Makes a recording in progress fail, as a lost worker would.</summary>
    public Outcome<Recording> Fail(string id, string message) => state.Change<Outcome<Recording>>(data =>
    {
        if (!data.Recordings.TryGetValue(id, out var recording)) return Refusal.NotFound($"recording {id} not found");
        if (recording.Status != RecordingStatus.InProgress) return Refusal.InvalidRequest($"recording {id} is {recording.StatusName} already");
        recording.Status = RecordingStatus.Canceled;
        recording.FailureMessage = message;
        recording.StoppedAt ??= clock.GetUtcNow();
        if (NoLongerRunning(data, recording))
            LiveCalls.Tell(data, data.Calls[recording.RoomName], new("recording-error", new JsonObject { ["instance_id"] = recording.InstanceId, ["message"] = message }));
        outbox.Emit(data, RecordingEvents.Failed(recording, clock.GetUtcNow()));
        return recording;
    });

    public static IEnumerable<Recording> Running(StandInData data, Call call) => call.RunningRecordingIds.Select(id => data.Recordings[id]);

    /// <summary>Puts what a stored state was waiting for back on the agenda.</summary>
    public void Resume() => state.Change(data =>
    {
        foreach (var recording in data.Recordings.Values.Where(r => r.Status == RecordingStatus.InProgress))
        {
            if (recording.IsRunning) PlanLatestStop(recording);
            else PlanFinish(recording);
        }
    });

    private void Stop(StandInData data, Recording recording)
    {
        recording.StoppedAt = clock.GetUtcNow();
        NoLongerRunning(data, recording);
        PlanFinish(recording);
    }

    private void PlanLatestStop(Recording recording) => agenda.At(recording.StopsAtLatest, data =>
    {
        if (recording.IsRunning) Stop(data, recording);
    });

    private void PlanFinish(Recording recording) => agenda.At(recording.StoppedAt!.Value + options.RecordingDelay, data =>
    {
        if (recording.Status != RecordingStatus.InProgress) return;
        recording.Status = RecordingStatus.Finished;
        if (recording.DurationSeconds > 0) outbox.Emit(data, RecordingEvents.Ready(recording, clock.GetUtcNow()));
    });

    private static bool NoLongerRunning(StandInData data, Recording recording)
    {
        // A recording that fails while its file is being made has stopped long ago.
        if (!data.Calls.TryGetValue(recording.RoomName, out var call) || !call.RunningRecordingIds.Remove(recording.Id)) return false;
        LiveCalls.Tell(data, call, new("recording-stopped", Reference(recording)));
        return true;
    }

    private static JsonObject Reference(Recording recording) => new()
    {
        ["recording_id"] = recording.Id,
        ["instance_id"] = recording.InstanceId,
    };
}
