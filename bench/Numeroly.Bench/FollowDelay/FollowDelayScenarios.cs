using Numeroly.Bench.Measuring;
using Numeroly.Bench.Yardsticks;

namespace Numeroly.Bench.FollowDelay;

/// <summary>Marten's daemon, by polling and by listening, while little, much, or something else goes on.</summary>
internal sealed class FollowDelayScenarios(
    Following polling, Following listening, LongTransactions transactions, BareNotifications notifications, BareRows rows, Pace pace)
{
    private const string Calm = "One by one";
    private const string Full = "At full speed";
    private const string Notification = "yardstick: LISTEN/NOTIFY";
    private const string Polls = "the daemon, polling";
    private const string Listens = "the daemon, listening";

    private readonly OpenLoop _oneByOne = new(pace.PerSecond);

    public IReadOnlyList<Scenario> All() =>
    [
        new(Calm, Notification, cancellation => PacedAsync(() => notifications.SendAsync(flushed: true), cancellation)),
        Beside(
            Calm,
            "LISTEN/NOTIFY, not waiting for the disk",
            cancellation => PacedAsync(() => notifications.SendAsync(flushed: false), cancellation)),
        Beside(Calm, "one bare row", cancellation => PacedAsync(rows.InsertAsync, cancellation)),
        Beside(Calm, Polls, cancellation => FollowAsync(polling, OneByOneAsync, cancellation)),
        Beside(Calm, Listens, cancellation => FollowAsync(listening, OneByOneAsync, cancellation)),
        Beside(Calm, $"{Listens}, long transactions open", BesideTransactionsAsync),
        new(Full, Notification, NotifyBesideWritersAsync),
        Beside(Full, Polls, cancellation => FollowAsync(polling, AtFullSpeedAsync, cancellation)),
        Beside(Full, Listens, cancellation => FollowAsync(listening, AtFullSpeedAsync, cancellation)),
    ];

    private static Scenario Beside(string group, string name, Func<CancellationToken, Task<Measurement>> run) =>
        new(group, name, run, Notification) { RateIsGiven = true };

    private Task<Measurement> PacedAsync(Func<Task> operation, CancellationToken cancellation) =>
        _oneByOne.RunAsync(pace.Duration, _ => operation(), cancellation);

    private Task OneByOneAsync(Following following, CancellationToken cancellation)
    {
        var turns = following.Talks.Select(_ => new SemaphoreSlim(1, 1)).ToArray();
        return _oneByOne.RunAsync(pace.Duration, WriteAsync, cancellation);

        async Task WriteAsync(int number)
        {
            // Each conversation has its own order: its next line waits for the last.
            var place = number % turns.Length;
            await turns[place].WaitAsync(cancellation);
            await following.WriteAsync(following.Talks[place]);
            turns[place].Release();
        }
    }

    private Task AtFullSpeedAsync(Following following, CancellationToken cancellation) =>
        ClosedLoop.RunAsync(pace.Writers, pace.Duration, number => following.WriteAsync(following.Talks[number]), cancellation);

    private async Task<Measurement> BesideTransactionsAsync(CancellationToken cancellation)
    {
        await transactions.OpenAsync(cancellation);
        try
        {
            return await FollowAsync(listening, OneByOneAsync, cancellation);
        }
        finally
        {
            await transactions.CloseAsync();
        }
    }

    private async Task<Measurement> FollowAsync(
        Following following, Func<Following, CancellationToken, Task> writing, CancellationToken cancellation)
    {
        await writing(following, cancellation);
        return await following.TakeAllAsync(pace.Duration);
    }

    private async Task<Measurement> NotifyBesideWritersAsync(CancellationToken cancellation)
    {
        var writing = AtFullSpeedAsync(polling, cancellation);
        var measured = await PacedAsync(() => notifications.SendAsync(flushed: true), cancellation);
        await writing;
        await polling.TakeAllAsync(pace.Duration);
        return measured;
    }
}
