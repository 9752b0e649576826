using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Calls;

/// <summary>Something that happened in a call and that those inside are told.</summary>
/// <param name="Kind">
/// app-message, ejected, participant-joined, participant-updated, participant-left, session-data, permissions, mute,
/// recording-started, recording-stopped, recording-error or transcription.
/// </param>
/// <param name="Body">What belongs to it.</param>
internal sealed record CallNotice(string Kind, JsonNode? Body)
{
    /// <summary>The session an app message comes from; null: the backend.</summary>
    public string? From { get; init; }

    /// <summary>For the end of somebody's time: daily-js's error type.</summary>
    public string? ErrorType { get; init; }
}

/// <summary>
/// The way to one participant: a simulated one or a real connection. <see cref="Deliver"/> is called inside the
/// state's lock, so it must only queue. After an "ejected" notice the participant has already left the call.
/// </summary>
internal interface IParticipantLink
{
    void Deliver(CallNotice notice);
}

/// <summary>A participant without a connection: keeps what it was told, for the control surface to show.</summary>
internal sealed class SimulatedLink : IParticipantLink
{
    public List<CallNotice> Inbox { get; } = [];

    public void Deliver(CallNotice notice) => Inbox.Add(notice);
}
