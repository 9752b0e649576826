using Npgsql;
using Numeroly.EventStore.Signalling;

namespace Numeroly.EventStore.Appending;

/// <summary>
/// Commits each unit of work by itself: one batch, sent in one round trip, which PostgreSQL runs as one transaction and
/// commits at its end.
/// </summary>
public sealed class BatchAppender(NpgsqlDataSource database, StoreSignals signals, UnitOfWorkStatements statements) : IAppender
{
    public async Task<AppendResult> AppendAsync(UnitOfWork unit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in statements.For(unit)) batch.BatchCommands.Add(command);

        try
        {
            // Once sent it runs to its end: a cancelled commit would leave the caller not knowing what became of it.
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (PostgresException refused) when (Refusals.Read(refused) is { } result)
        {
            return result;
        }

        var moved = unit.Append is { } append ? new StreamMoved(append.StreamId, append.ExpectedVersion + append.Events.Length) : (StreamMoved?)null;
        signals.Committed(moved, hasMessages: unit.Messages.Any(message => message.Delay <= TimeSpan.Zero));
        return new AppendResult.Committed(moved?.Version ?? 0);
    }
}
