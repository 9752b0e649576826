using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;
using Numeroly.Bench.Yardsticks;

namespace Numeroly.Bench.FollowDelay;

/// <summary>Following on the writer's node and on another, while little, much, or something else goes on.</summary>
internal sealed class FollowDelayScenarios(
    StoreNode writer, StoreNode other, Talk[] talks, LongTransactions transactions, BareNotifications notifications, BareRows rows, Pace pace)
{
    private const string Calm = "One by one";
    private const string Full = "At full speed";
    private const string Notification = "yardstick: LISTEN/NOTIFY";

    private readonly OpenLoop _oneByOne = new(pace.PerSecond);

    public IReadOnlyList<Scenario> All() =>
    [
        new(Calm, Notification, cancellation => PacedAsync(() => notifications.SendAsync(flushed: true), cancellation)),
        new(Calm, "LISTEN/NOTIFY, not waiting for the disk", cancellation => PacedAsync(() => notifications.SendAsync(flushed: false), cancellation), Notification) { RateIsGiven = true },
        new(Calm, "one bare row", cancellation => PacedAsync(rows.InsertAsync, cancellation), Notification) { RateIsGiven = true },
        new(Calm, "same node", cancellation => FollowAsync(acrossNodes: false, OneByOneAsync, cancellation), Notification) { RateIsGiven = true },
        new(Calm, "same node, long transactions open", cancellation => BesideTransactionsAsync(acrossNodes: false, cancellation), Notification) { RateIsGiven = true },
        new(Calm, "another node", cancellation => FollowAsync(acrossNodes: true, OneByOneAsync, cancellation), Notification) { RateIsGiven = true },
        new(Calm, "another node, long transactions open", cancellation => BesideTransactionsAsync(acrossNodes: true, cancellation), Notification) { RateIsGiven = true },
        new(Full, Notification, NotifyBesideWritersAsync),
        new(Full, "same node", cancellation => FollowAsync(acrossNodes: false, AtFullSpeedAsync, cancellation), Notification) { RateIsGiven = true },
        new(Full, "another node", cancellation => FollowAsync(acrossNodes: true, AtFullSpeedAsync, cancellation), Notification) { RateIsGiven = true },
    ];

    private Task<Measurement> PacedAsync(Func<Task> operation, CancellationToken cancellation) => _oneByOne.RunAsync(pace.Duration, _ => operation(), cancellation);

    private Task OneByOneAsync(Func<Talk, Task> write, CancellationToken cancellation)
    {
        var turns = talks.Select(_ => new SemaphoreSlim(1, 1)).ToArray();
        return _oneByOne.RunAsync(pace.Duration, WriteAsync, cancellation);

        async Task WriteAsync(int number)
        {
            // Each conversation has its own order: its next line waits for the last.
            var place = number % talks.Length;
            await turns[place].WaitAsync(cancellation);
            await write(talks[place]);
            turns[place].Release();
        }
    }

    private Task AtFullSpeedAsync(Func<Talk, Task> write, CancellationToken cancellation) =>
        ClosedLoop.RunAsync(pace.Writers, pace.Duration, number => write(talks[number]), cancellation);

    private async Task<Measurement> BesideTransactionsAsync(bool acrossNodes, CancellationToken cancellation)
    {
        await transactions.OpenAsync(cancellation);
        try
        {
            return await FollowAsync(acrossNodes, OneByOneAsync, cancellation);
        }
        finally
        {
            await transactions.CloseAsync();
        }
    }

    private async Task<Measurement> FollowAsync(bool acrossNodes, Func<Func<Talk, Task>, CancellationToken, Task> writing, CancellationToken cancellation)
    {
        await using var following = await Following.StartAsync(writer, acrossNodes ? other : writer, cancellation);
        await writing(following.WriteAsync, cancellation);
        return await following.MeasureAsync(pace.Duration);
    }

    private async Task<Measurement> NotifyBesideWritersAsync(CancellationToken cancellation)
    {
        var writing = AtFullSpeedAsync(talk => talk.SayAsync(), cancellation);
        var measured = await PacedAsync(() => notifications.SendAsync(flushed: true), cancellation);
        await writing;
        return measured;
    }
}
