using Npgsql;

namespace Numeroly.Api.Store;

/// <summary>
/// Carries commit signals between nodes by LISTEN and NOTIFY. Notifying happens after the commit, on a connection of its
/// own and at most once at a time: inside the transaction it would take a lock that serialises every commit.
/// </summary>
public sealed class SignalRelay(NpgsqlDataSource database, StoreSignals signals, ILogger<SignalRelay> log) : BackgroundService
{
    private const string Channel = "numeroly_committed";
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseBetweenNotifications = TimeSpan.FromMilliseconds(5);
    private readonly string _node = Guid.NewGuid().ToString("N");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        KeepOnAsync("listen", ListenAsync, stoppingToken),
        KeepOnAsync("notify", NotifyAsync, stoppingToken));

    private async Task KeepOnAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await work(cancellation);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning("Commit signals between nodes cannot {SignalWork} now ({Fault}); polling goes on", what, fault.Message);
                await Task.Delay(PauseAfterFailure, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        connection.Notification += (_, notification) =>
        {
            var notice = CommitNotice.Read(notification.Payload);
            if (notice.Node != _node) signals.CommittedElsewhere(notice.Moved);
        };
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(cancellation);
        while (!cancellation.IsCancellationRequested) await connection.WaitAsync(cancellation);
    }

    private async Task NotifyAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var payload = new NpgsqlParameter<string>();
        await using var notify = new NpgsqlCommand("select pg_notify($1, $2)", connection) { Parameters = { new() { Value = Channel }, payload } };
        var mark = signals.Local.Mark;
        while (!cancellation.IsCancellationRequested)
        {
            await signals.Local.WaitAsync(mark, Timeout.InfiniteTimeSpan, cancellation);
            mark = signals.Local.Mark;
            foreach (var told in new CommitNotice(_node, signals.TakeUntold()).Payloads())
            {
                payload.TypedValue = told;
                await notify.ExecuteNonQueryAsync(cancellation);
            }

            await Task.Delay(PauseBetweenNotifications, cancellation);
        }
    }
}
