using Npgsql;

namespace Numeroly.Bench.Yardsticks;

/// <summary>The least that a durable write costs on this server: one small row, by the same driver with the same settings.</summary>
internal sealed class BareRows(NpgsqlDataSource database)
{
    private const string Insert = "insert into yardstick (id, body) values ($1, $2)";

    // About what one event with its frame takes.
    private static readonly string Body = new('x', 400);

    public async Task InstallAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("create table if not exists yardstick (id uuid primary key, body text not null)");
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>One row, committed: one round trip.</summary>
    public async Task InsertAsync() => await ExecuteAsync(Insert, Guid.CreateVersion7(), Body);

    /// <summary>One row, committed, and removed again in a second commit: two round trips.</summary>
    public async Task InsertAndDeleteAsync()
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync(Insert, id, Body);
        await ExecuteAsync("delete from yardstick where id = $1", id);
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
