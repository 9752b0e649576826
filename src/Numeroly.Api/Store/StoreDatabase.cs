using Npgsql;

namespace Numeroly.Api.Store;

/// <summary>The database behind the store: a pool for short work, and sessions for what lasts as long as a connection.</summary>
public sealed class StoreDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _sessions;

    /// <param name="connectionString">A <c>postgres://</c> address or Npgsql's own form; several hosts find the primary.</param>
    /// <exception cref="ArgumentException">The string is neither.</exception>
    public StoreDatabase(string connectionString)
    {
        Pool = NpgsqlDataSource.Create(ConnectionString.Parse(connectionString));
        _sessions = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString.Parse(connectionString).ConnectionString) { Pooling = false });
    }

    public NpgsqlDataSource Pool { get; }

    /// <summary>A connection outside the pool, for session locks: they end when it does, and never linger in a pool.</summary>
    public async Task<NpgsqlConnection> OpenSessionAsync(CancellationToken cancellation)
    {
        var session = await _sessions.OpenConnectionAsync(cancellation);
        // Should this machine vanish without a word, the server frees its locks after half a minute instead of hours.
        await using var keepalive = new NpgsqlCommand(
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4", session);
        await keepalive.ExecuteNonQueryAsync(cancellation);
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        await _sessions.DisposeAsync();
    }
}
