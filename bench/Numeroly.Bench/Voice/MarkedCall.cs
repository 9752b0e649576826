using System.Text.Json;
using System.Threading.Channels;
using Numeroly.Assistant.Calling;
using Numeroly.Events.Conversations;

namespace Numeroly.Bench.Voice;

/// <summary>A call as it is, with the times at which things pass through it.</summary>
internal sealed class MarkedCall : ICall
{
    private const int Loud = 600;

    private readonly ICall _call;
    private readonly Action<string, double> _note;
    private readonly Channel<CallEvent> _events = Channel.CreateUnbounded<CallEvent>();
    private readonly Channel<ReadOnlyMemory<short>> _heard = Channel.CreateUnbounded<ReadOnlyMemory<short>>();
    private readonly Task _passing;
    private double _lastLoud;
    private bool _hasSpoken;

    /// <param name="note">Told what happened, and when.</param>
    public MarkedCall(ICall call, Action<string, double> note)
    {
        (_call, _note) = (call, note);
        _passing = Task.WhenAll(PassEventsAsync(), PassHeardAsync());
    }

    public ChannelReader<CallEvent> Events => _events.Reader;

    public ChannelReader<ReadOnlyMemory<short>> Heard => _heard.Reader;

    public ValueTask SpeakAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation)
    {
        if (!_hasSpoken)
        {
            _hasSpoken = true;
            _note("last_voice", _lastLoud);
            _note("speak", Marks.Now);
        }

        return _call.SpeakAsync(samples, cancellation);
    }

    public async ValueTask<long> FlushAsync(CancellationToken cancellation)
    {
        _note("flush", Marks.Now);
        var played = await _call.FlushAsync(cancellation);
        _note("flushed", Marks.Now);
        return played;
    }

    public ValueTask SendAppMessageAsync(JsonElement message, CancellationToken cancellation) => _call.SendAppMessageAsync(message, cancellation);

    public ValueTask StartTranscriptionAsync(Language language, CancellationToken cancellation) => _call.StartTranscriptionAsync(language, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _call.DisposeAsync();
        await _passing;
    }

    private async Task PassEventsAsync()
    {
        await foreach (var happened in _call.Events.ReadAllAsync())
        {
            if (happened is CallEvent.AppMessage { Data: { ValueKind: JsonValueKind.Object } data } && data.TryGetProperty("type", out var type)) _note(type.GetString()!, Marks.Now);
            else if (happened is CallEvent.Played { IsSilent: false }) _note("played", Marks.Now);
            _events.Writer.TryWrite(happened);
        }

        _events.Writer.TryComplete();
    }

    private async Task PassHeardAsync()
    {
        await foreach (var frame in _call.Heard.ReadAllAsync())
        {
            if (IsLoud(frame.Span))
            {
                var now = Marks.Now;
                if (now - _lastLoud > 200) _note("first_voice", now);
                (_lastLoud, _hasSpoken) = (now, false);
            }

            _heard.Writer.TryWrite(frame);
        }

        _heard.Writer.TryComplete();
    }

    private static bool IsLoud(ReadOnlySpan<short> frame)
    {
        foreach (var sample in frame)
        {
            if (Math.Abs((int)sample) > Loud) return true;
        }

        return false;
    }
}
