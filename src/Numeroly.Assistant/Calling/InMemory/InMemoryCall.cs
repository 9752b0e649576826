using System.Text.Json;
using System.Threading.Channels;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Calling.InMemory;

/// <summary>One assistant's end of a call in memory. Its room's gate guards it.</summary>
internal sealed class InMemoryCall : ICall
{
    private const int WaitingLimit = SpeechFormat.SpokenRate / 2;
    private const int HeardLimit = 10 * SpeechFormat.HeardRate / SpeechFormat.HeardFrame;
    private const int LongestAppMessage = 4096;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(200);

    private readonly InMemoryRoom _room;
    private readonly Lock _gate;
    private readonly TimeProvider _time;
    private readonly Playout _playout;
    private readonly ITimer _timer;
    private readonly Channel<CallEvent> _events = Channel.CreateUnbounded<CallEvent>();
    private readonly Channel<ReadOnlyMemory<short>> _heard =
        Channel.CreateBounded<ReadOnlyMemory<short>>(new BoundedChannelOptions(HeardLimit) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly WatchedReader<CallEvent> _eventsReader;
    private readonly WatchedReader<ReadOnlyMemory<short>> _heardReader;
    private TaskCompletionSource _drained = Fresh();
    private long _reported;
    private bool _isSpeaking;
    private bool _isBroken;
    private CallEvent.Over? _over;

    public InMemoryCall(InMemoryRoom room, Lock gate, TimeProvider time)
    {
        (_room, _gate, _time) = (room, gate, time);
        _playout = new(time);
        (_eventsReader, _heardReader) = (new(_events.Reader), new(_heard.Reader));
        _timer = time.CreateTimer(_ => LookLocked(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ChannelReader<CallEvent> Events => _eventsReader;

    public ChannelReader<ReadOnlyMemory<short>> Heard => _heardReader;

    public async ValueTask SpeakAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation)
    {
        lock (_gate)
        {
            ThrowIfOver();
            Look();
            _playout.Add(samples.Span);
            if (!_isSpeaking && _playout.Waiting > 0)
            {
                (_isSpeaking, _reported) = (true, _time.GetTimestamp());
                _timer.Change(Tick, Tick);
            }
        }

        while (!HasRoom(out var drained)) await drained.WaitAsync(cancellation);
    }

    public ValueTask<long> FlushAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            Look();
            _playout.Drop();
            Settle();
            return new(_playout.Played);
        }
    }

    public ValueTask SendAppMessageAsync(JsonElement message, CancellationToken cancellation)
    {
        if (message.GetRawText().Length > LongestAppMessage) throw new ArgumentException($"An app message has at most {LongestAppMessage} characters.", nameof(message));
        lock (_gate)
        {
            ThrowIfOver();
            if (!_isBroken) _room.Deliver(message);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask StartTranscriptionAsync(Language language, CancellationToken cancellation)
    {
        lock (_gate)
        {
            ThrowIfOver();
            _room.Transcribe(language);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate) End("the assistant left", mayRejoin: false);
        return ValueTask.CompletedTask;
    }

    internal bool IsTakenIn => _eventsReader.IsCaughtUp && _heardReader.IsCaughtUp;

    internal void Enter(Person? person)
    {
        Tell(new CallEvent.Joined(Guid.NewGuid().ToString()));
        if (person is not null) Meet(person);
    }

    internal void Meet(Person person)
    {
        Tell(new CallEvent.ParticipantJoined(person.SessionId, person.UserId));
        if (person.MicrophoneIsOpen) Tell(new CallEvent.MicrophoneChanged(person.SessionId, IsOpen: true));
    }

    internal void Tell(CallEvent happened) => _events.Writer.TryWrite(happened);

    internal void Hear(short[] frame)
    {
        if (!_isBroken) _heard.Writer.TryWrite(frame);
    }

    internal void Break()
    {
        Look();
        if (!_isBroken) Tell(new CallEvent.ConnectionLost());
        _isBroken = true;
    }

    internal void Restore()
    {
        Look();
        if (_isBroken) Tell(new CallEvent.ConnectionRestored());
        _isBroken = false;
    }

    internal void End(string reason, bool mayRejoin)
    {
        if (_over is not null) return;
        Look();
        _over = new(reason, mayRejoin);
        _playout.Drop();
        Settle();
        _timer.Dispose();
        Tell(_over);
        _events.Writer.Complete();
        _heard.Writer.Complete();
        _room.Forget(this);
    }

    /// <summary>Brings what was played up to the present time.</summary>
    internal void Look()
    {
        var played = _playout.Take();
        if (!_isBroken) _room.Play(played);
        if (_playout.Waiting == 0) Settle();
        else if (_time.GetElapsedTime(_reported) >= BetweenReports) Report(isSilent: false);
        if (_playout.Waiting <= WaitingLimit) _drained.TrySetResult();
    }

    private void LookLocked()
    {
        lock (_gate) Look();
    }

    /// <summary>Nothing waits any more: whoever listens to the progress is told, once.</summary>
    private void Settle()
    {
        _drained.TrySetResult();
        if (!_isSpeaking) return;
        _isSpeaking = false;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Report(isSilent: true);
    }

    private void Report(bool isSilent)
    {
        _reported = _time.GetTimestamp();
        Tell(new CallEvent.Played(_playout.Played, isSilent));
    }

    /// <param name="drained">Ends when it has.</param>
    private bool HasRoom(out Task drained)
    {
        lock (_gate)
        {
            ThrowIfOver();
            if (_drained.Task.IsCompleted) _drained = Fresh();
            drained = _drained.Task;
            return _playout.Waiting <= WaitingLimit;
        }
    }

    private void ThrowIfOver()
    {
        if (_over is not null) throw new CallFailedException($"The call is over: {_over.Reason}.", _over.MayRejoin);
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
