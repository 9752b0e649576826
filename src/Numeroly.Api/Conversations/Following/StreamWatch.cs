using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Wakes one reader of one stream, once for each version however often it is told of it. The pattern is
/// <see cref="Signal"/>'s: read the mark, look for news, and only when there is none wait with that mark.
/// </summary>
public sealed class StreamWatch(Action<StreamWatch> end) : IDisposable
{
    private readonly Signal _news = new();
    private long _known;

    public long Mark => _news.Mark;

    /// <summary>The reader has read up to this version.</summary>
    public void HasRead(long version) => Learn(version);

    /// <summary>The stream has come to this version.</summary>
    public void Moved(long version)
    {
        if (Learn(version)) _news.Pulse();
    }

    /// <inheritdoc cref="Signal.WaitAsync"/>
    public Task WaitAsync(long mark, TimeSpan atMost, CancellationToken cancellation) => _news.WaitAsync(mark, atMost, cancellation);

    public void Dispose() => end(this);

    private bool Learn(long version)
    {
        while (true)
        {
            var known = Interlocked.Read(ref _known);
            if (version <= known) return false;
            if (Interlocked.CompareExchange(ref _known, version, known) == known) return true;
        }
    }
}
