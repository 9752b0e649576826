using Microsoft.Extensions.Options;

namespace Numeroly.Api.Conversations;

/// <summary>How many feeds one person has open on this node.</summary>
public sealed class FeedLimit(IOptions<LiveFeedOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    public int PerUser => options.Value.PerUser;

    /// <summary>A place, held until it is disposed; null when the person has no more.</summary>
    public IDisposable? TryEnter(string userId)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(userId);
            if (open >= PerUser) return null;
            _open[userId] = open + 1;
        }

        return new Place(this, userId);
    }

    private void Leave(string userId)
    {
        lock (_gate)
        {
            if (--_open[userId] == 0) _open.Remove(userId);
        }
    }

    private sealed class Place(FeedLimit limit, string userId) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) limit.Leave(userId);
        }
    }
}
