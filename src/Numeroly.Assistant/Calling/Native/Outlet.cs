using System.Threading.Channels;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>
/// What is told about a call and heard in it, from our joining, which is always told first, up to its end, which is told once.
/// </summary>
internal sealed class Outlet
{
    // Nobody who reads at all is so far behind. What others in the call send must not fill our memory.
    private const int MostEvents = 10_000;
    private const int MostFrames = 10 * SpeechFormat.HeardRate / SpeechFormat.HeardFrame;

    private readonly Channel<CallEvent> _told = Channel.CreateUnbounded<CallEvent>();
    private readonly Channel<ReadOnlyMemory<short>> _heard =
        Channel.CreateBounded<ReadOnlyMemory<short>>(new BoundedChannelOptions(MostFrames) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Lock _gate = new();
    private List<CallEvent>? _early = [];
    private CallEvent.Over? _over;

    public ChannelReader<CallEvent> Events => _told.Reader;

    public ChannelReader<ReadOnlyMemory<short>> Heard => _heard.Reader;

    public bool IsOver => _over is not null;

    public void Tell(CallEvent happened)
    {
        lock (_gate)
        {
            if (_early is not { } early)
            {
                Write(happened);
            }
            else if (happened is not CallEvent.Joined)
            {
                if (early.Count < MostEvents) early.Add(happened);
            }
            else
            {
                _early = null;
                Write(happened);
                early.ForEach(Write);
            }
        }
    }

    public void Hear(ReadOnlyMemory<short> frame) => _heard.Writer.TryWrite(frame);

    /// <returns>False if it was over already.</returns>
    public bool End(CallEvent.Over over)
    {
        if (Interlocked.CompareExchange(ref _over, over, null) is not null) return false;
        _told.Writer.TryWrite(over);
        _told.Writer.TryComplete();
        _heard.Writer.TryComplete();
        return true;
    }

    /// <exception cref="CallFailedException">The call is over.</exception>
    public void ThrowIfOver()
    {
        if (_over is { } over) throw new CallFailedException($"The call is over: {over.Reason}.", over.MayRejoin);
    }

    private void Write(CallEvent happened)
    {
        if (_told.Reader.Count < MostEvents) _told.Writer.TryWrite(happened);
    }
}
