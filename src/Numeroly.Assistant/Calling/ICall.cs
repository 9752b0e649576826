using System.Text.Json;
using System.Threading.Channels;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Calling;

/// <summary>
/// A call the assistant is in. Its channels have one reader and are completed when the call is over, whoever ended it,
/// after a last <see cref="CallEvent.Over"/>. Disposing leaves the call and frees everything it used, within seconds.
/// </summary>
public interface ICall : IAsyncDisposable
{
    ChannelReader<CallEvent> Events { get; }

    /// <summary>
    /// What the person says, in frames of <see cref="SpeechFormat.HeardFrame"/> samples at <see cref="SpeechFormat.HeardRate"/>,
    /// while their microphone is open. A reader who falls behind loses the oldest frames beyond ten seconds.
    /// </summary>
    ChannelReader<ReadOnlyMemory<short>> Heard { get; }

    /// <summary>
    /// Says something after what is still to be said. Returns once no more than about half a second is waiting to be played,
    /// so that whoever speaks is paced by the listener.
    /// </summary>
    /// <param name="samples">At <see cref="SpeechFormat.SpokenRate"/>, of any length.</param>
    /// <exception cref="CallFailedException">The call is over.</exception>
    ValueTask SpeakAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation);

    /// <summary>Falls silent at once: what was not played yet is dropped.</summary>
    /// <returns>How many samples of speech were played since the call was joined.</returns>
    ValueTask<long> FlushAsync(CancellationToken cancellation);

    /// <summary>Sends an app message to everybody else in the call. At most 4096 UTF-16 units of JSON.</summary>
    ValueTask SendAppMessageAsync(JsonElement message, CancellationToken cancellation);

    /// <summary>Has Daily transcribe the call; what it hears comes as <see cref="CallEvent.Transcribed"/>.</summary>
    /// <exception cref="CallFailedException">Daily refused.</exception>
    ValueTask StartTranscriptionAsync(Language language, CancellationToken cancellation);
}

/// <summary>Something happened in a call.</summary>
public abstract record CallEvent
{
    /// <summary>We are in. Always the first.</summary>
    /// <param name="SessionId">Ours, as Daily names this one connection.</param>
    public sealed record Joined(string SessionId) : CallEvent;

    /// <summary>Someone else is there, or came.</summary>
    public sealed record ParticipantJoined(string SessionId, string? UserId) : CallEvent;

    public sealed record ParticipantLeft(string SessionId) : CallEvent;

    /// <summary>Somebody opened or closed their microphone.</summary>
    public sealed record MicrophoneChanged(string SessionId, bool IsOpen) : CallEvent;

    public sealed record AppMessage(string SessionId, JsonElement Data) : CallEvent;

    /// <summary>How much of what we said was played. Told as soon as speech begins to sound, then about five times a second, and when all is said.</summary>
    /// <param name="PlayedSamples">Since the call was joined, at <see cref="SpeechFormat.SpokenRate"/>; silence does not count.</param>
    /// <param name="IsSilent">Everything given to <see cref="ICall.SpeakAsync"/> so far was played or dropped.</param>
    public sealed record Played(long PlayedSamples, bool IsSilent) : CallEvent;

    /// <summary>Daily's own transcription heard someone.</summary>
    public sealed record Transcribed(string SessionId, string Text, bool IsFinal, double? Confidence) : CallEvent;

    /// <summary>Daily's own transcription does not run, or no longer.</summary>
    public sealed record TranscriptionFailed(string Reason) : CallEvent;

    /// <summary>The connection to the call broke; it is being restored.</summary>
    public sealed record ConnectionLost : CallEvent;

    public sealed record ConnectionRestored : CallEvent;

    /// <summary>The call is over for us. Always the last.</summary>
    /// <param name="MayRejoin">Whether it makes sense to join again: a crash or a lost network, not an ejection or a deleted room.</param>
    public sealed record Over(string Reason, bool MayRejoin) : CallEvent;
}
