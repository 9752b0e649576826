using Npgsql;

namespace Numeroly.Api.Store.TakingOver;

/// <summary>
/// Takes over what the version before Marten and Wolverine left: at start, and again by the sweep, since a node of that version
/// may still run, and write, while this one does. A conversation that such a node is at work on stays with it until it is done.
/// </summary>
public sealed class StoreBefore(NpgsqlDataSource database, MessagesBefore messages, DeadLettersBefore deadLetters, ILogger<StoreBefore> log)
{
    public async Task TakeOverAsync(CancellationToken cancellation)
    {
        if (!await IsThereAsync(cancellation)) return;
        await RestAsync(cancellation);
        var moved = await messages.TakeOverAsync(cancellation);
        var dead = await deadLetters.TakeOverAsync(cancellation);
        if (moved + dead > 0)
            log.LogInformation("Took over {Messages} messages and {DeadLetters} dead letters of the version before", moved, dead);
    }

    private async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select to_regclass('durable.messages') is not null");
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private async Task RestAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(await SchemaUpdate.ReadAsync("taking-over"));
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
