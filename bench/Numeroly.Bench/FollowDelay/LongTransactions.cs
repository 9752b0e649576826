using Npgsql;
using Numeroly.Harness;

namespace Numeroly.Bench.FollowDelay;

/// <summary>Transactions that stay open and have nothing to do with events: they wrote elsewhere, read, and drew no number.</summary>
internal sealed class LongTransactions(TestDatabase database) : IAsyncDisposable
{
    public const int Count = 8;

    private readonly List<NpgsqlConnection> _open = [];

    public async Task OpenAsync(CancellationToken cancellation)
    {
        await database.ExecuteAsync("create table if not exists elsewhere (id int)");
        for (var i = 0; i < Count; i++)
        {
            var connection = await database.OpenAsync();
            _open.Add(connection);
            await using var begin = new NpgsqlCommand(
                "begin; insert into elsewhere values (1); select count(*) from mt_events; select last_value from mt_events_sequence", connection);
            await begin.ExecuteNonQueryAsync(cancellation);
        }
    }

    public async Task CloseAsync()
    {
        foreach (var connection in _open) await connection.DisposeAsync();
        _open.Clear();
    }

    public async ValueTask DisposeAsync() => await CloseAsync();
}
