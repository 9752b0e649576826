using System.Collections.Concurrent;
using Npgsql;

namespace Numeroly.Bench.Yardsticks;

/// <summary>PostgreSQL's own way to tell another connection something: NOTIFY on one, LISTEN on another.</summary>
internal sealed class BareNotifications : IAsyncDisposable
{
    private const string Channel = "yardstick";
    private const string Notify = "select pg_notify($1, $2)";
    private const string NotifyUnflushed = "select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)";

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly NpgsqlDataSource _database;
    private readonly NpgsqlConnection _listener;
    private readonly Task _listening;

    private BareNotifications(NpgsqlDataSource database, NpgsqlConnection listener)
    {
        _database = database;
        _listener = listener;
        listener.Notification += (_, heard) =>
        {
            if (_awaited.TryRemove(heard.Payload, out var waiting)) waiting.SetResult();
        };
        _listening = ListenAsync();
    }

    public static async Task<BareNotifications> StartAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var session = await database.OpenConnectionAsync(cancellation);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", session)) await listen.ExecuteNonQueryAsync(cancellation);
        return new BareNotifications(database, session);
    }

    /// <summary>Sends one and waits until it is heard.</summary>
    /// <param name="flushed">Whether its commit waits for the disk, as PostgreSQL does unless told otherwise.</param>
    public async Task SendAsync(bool flushed)
    {
        var id = Guid.CreateVersion7().ToString("N");
        var heard = _awaited[id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var notify = _database.CreateCommand(flushed ? Notify : NotifyUnflushed);
        notify.Parameters.Add(new() { Value = Channel });
        notify.Parameters.Add(new() { Value = id });
        await notify.ExecuteNonQueryAsync();
        await heard.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _listener.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task ListenAsync()
    {
        while (true) await _listener.WaitAsync(_stopping.Token);
    }
}
