using Numeroly.Bench.Measuring;
using Numeroly.Bench.Yardsticks;

namespace Numeroly.Bench.LiveFeed;

/// <summary>Readers on the writer's node and on another, with Redis between them and without, alone and beside many others.</summary>
internal sealed class LiveFeedScenarios(FeedNodes withRedis, FeedNodes withoutRedis, BareNotifications notifications, BareRows rows, FeedPace pace)
{
    private const string Calm = "One by one";
    private const string Notification = "yardstick: LISTEN/NOTIFY";

    private readonly OpenLoop _oneByOne = new(pace.PerSecond);

    public IReadOnlyList<Scenario> All() =>
    [
        new(Calm, Notification, cancellation => PacedAsync(() => notifications.SendAsync(flushed: true), cancellation)),
        new(Calm, "LISTEN/NOTIFY, not waiting for the disk", cancellation => PacedAsync(() => notifications.SendAsync(flushed: false), cancellation), Notification) { RateIsGiven = true },
        new(Calm, "one bare row", cancellation => PacedAsync(rows.InsertAsync, cancellation), Notification) { RateIsGiven = true },
        new(Calm, "same node", cancellation => FollowAsync(withRedis, acrossNodes: false, cancellation), Notification) { RateIsGiven = true },
        new(Calm, "another node, with Redis", cancellation => FollowAsync(withRedis, acrossNodes: true, cancellation), Notification) { RateIsGiven = true },
        new(Calm, "another node, without Redis", cancellation => FollowAsync(withoutRedis, acrossNodes: true, cancellation), Notification) { RateIsGiven = true },
        new(Calm, $"same node, {pace.OtherFeeds} other feeds open", cancellation => BesideOthersAsync(withRedis, acrossNodes: false, cancellation), Notification) { RateIsGiven = true },
        new(Calm, $"another node, without Redis, {pace.OtherFeeds} other feeds open", cancellation => BesideOthersAsync(withoutRedis, acrossNodes: true, cancellation), Notification) { RateIsGiven = true },
    ];

    private Task<Measurement> PacedAsync(Func<Task> operation, CancellationToken cancellation) => _oneByOne.RunAsync(pace.Duration, _ => operation(), cancellation);

    private async Task<Measurement> FollowAsync(FeedNodes nodes, bool acrossNodes, CancellationToken cancellation)
    {
        await using var delay = await FeedDelay.StartAsync(nodes, acrossNodes);
        await _oneByOne.RunAsync(pace.Duration, number => delay.WriteAsync(nodes.Conversations[number % nodes.Conversations.Count]), cancellation);
        return await delay.MeasureAsync(pace.Duration);
    }

    private async Task<Measurement> BesideOthersAsync(FeedNodes nodes, bool acrossNodes, CancellationToken cancellation)
    {
        var others = await Task.WhenAll(nodes.Quiet.Select(conversation => nodes.FollowAsync(conversation, acrossNodes, after: 0)));
        try
        {
            await Task.WhenAll(others.Select(other => other.HasAsync(1)));
            return await FollowAsync(nodes, acrossNodes, cancellation);
        }
        finally
        {
            await Task.WhenAll(others.Select(other => other.DisposeAsync().AsTask()));
        }
    }
}

/// <summary>How long a run takes, how fast events come in it, and how many others follow something meanwhile.</summary>
internal sealed record FeedPace(TimeSpan Duration, double PerSecond, int OtherFeeds);
