using System.Threading.Channels;
using Numeroly.Assistant.Calling.Chromium.Serving;

namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>What is told about a call, up to its end, which is told once.</summary>
internal sealed class CallEvents
{
    // Nobody who reads at all is so far behind. What others in the call send must not fill our memory.
    private const int Limit = 10_000;

    private readonly Channel<CallEvent> _told = Channel.CreateUnbounded<CallEvent>();
    private CallEvent.Over? _over;

    public ChannelReader<CallEvent> Reader => _told.Reader;

    public bool AreOver => _over is not null;

    /// <summary>What a message of the page tells, where nothing else is to be done about it.</summary>
    public static CallEvent? Of(FromPage message) => message switch
    {
        FromPage.ParticipantJoined joined => new CallEvent.ParticipantJoined(joined.SessionId, joined.UserId),
        FromPage.ParticipantLeft left => new CallEvent.ParticipantLeft(left.SessionId),
        FromPage.Microphone microphone => new CallEvent.MicrophoneChanged(microphone.SessionId, microphone.IsOpen),
        FromPage.AppMessage sent => new CallEvent.AppMessage(sent.SessionId, sent.Data),
        FromPage.Connection { IsLost: true } => new CallEvent.ConnectionLost(),
        FromPage.Connection => new CallEvent.ConnectionRestored(),
        FromPage.Transcribed said => new CallEvent.Transcribed(said.SessionId, said.Text, said.IsFinal, said.Confidence),
        _ => null,
    };

    public void Tell(CallEvent? happened)
    {
        if (happened is not null && _told.Reader.Count < Limit) _told.Writer.TryWrite(happened);
    }

    public void End(CallEvent.Over over)
    {
        if (Interlocked.CompareExchange(ref _over, over, null) is not null) return;
        _told.Writer.TryWrite(over);
        _told.Writer.TryComplete();
    }

    /// <exception cref="CallFailedException">The call is over.</exception>
    public void ThrowIfOver()
    {
        if (_over is { } over) throw new CallFailedException($"The call is over: {over.Reason}.", over.MayRejoin);
    }
}
