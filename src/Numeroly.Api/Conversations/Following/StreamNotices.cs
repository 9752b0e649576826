using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Tells the other nodes through Redis which conversation has moved, sooner than PostgreSQL's notifications do. Without
/// Redis those are enough.
/// </summary>
public sealed class StreamNotices(Redis redis) : IStreamObserver
{
    public const string Channel = "conversations:moved";

    public void Moved(StreamMoved moved, bool here)
    {
        if (here) redis.Publish(Channel, moved.ToString());
    }
}

/// <summary>Hears what the other nodes say by <see cref="StreamNotices"/>.</summary>
public sealed class StreamNoticeListener(Redis redis, FollowedStreams followed) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        redis.Subscribe(StreamNotices.Channel, text =>
        {
            if (StreamMoved.Read(text) is { } moved) followed.Moved(moved, here: false);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
