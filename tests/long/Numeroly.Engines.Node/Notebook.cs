using Npgsql;

namespace Numeroly.Engines.Node;

/// <summary>
/// Notes when a handling begins and ends, each at once and outside its transaction, on the database's clock; and which effects
/// were there when it began.
/// </summary>
public sealed class Notebook(NpgsqlDataSource database, IConfiguration configuration)
{
    private const string BeginSql =
        """
        insert into trial.handlings (conversation, number, node, effects)
        select $1, $2, $3, array(
            select (data ->> 'Text')::int from public.mt_events where stream_id = $1 and type = 'message_saved' order by version)
        returning id, exists (select from trial.poison where conversation = $1 and number = $2 and not healed)
        """;

    private readonly string _node = configuration["Trial:Node"]!;

    public async Task<(long Line, bool IsPoison)> BeginAsync(Guid conversation, int number, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(BeginSql);
        command.Parameters.Add(new() { Value = conversation });
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = _node });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetBoolean(1));
    }

    public async Task EndAsync(long line, string outcome, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("update trial.handlings set ended = clock_timestamp(), outcome = $2 where id = $1");
        command.Parameters.Add(new() { Value = line });
        command.Parameters.Add(new() { Value = outcome });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
