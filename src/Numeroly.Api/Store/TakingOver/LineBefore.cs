using System.Text.Json;
using Marten;
using Npgsql;

namespace Numeroly.Api.Store.TakingOver;

/// <summary>A stream's line of messages, as the version before locked it while a node worked through it.</summary>
public static class LineBefore
{
    private const int LockClass = 0x4E756D65; // "Nume"

    /// <summary>
    /// Takes over what each stream has and gives how much that was. A stream whose words cannot be read stays as it is, and the
    /// others go on.
    /// </summary>
    /// <param name="streamsSql">Gives the ids of the streams that have something.</param>
    /// <param name="what">What is taken over, as an operator reads it.</param>
    public static async Task<int> TakeOverEachAsync(
        NpgsqlDataSource database,
        string streamsSql,
        Func<Guid, CancellationToken, Task<int>> takeOver,
        string what,
        ILogger log,
        CancellationToken cancellation)
    {
        var moved = 0;
        foreach (var stream in await StreamsAsync(database, streamsSql, cancellation))
        {
            try
            {
                moved += await takeOver(stream, cancellation);
            }
            catch (JsonException unreadable)
            {
                log.LogError(unreadable, "The {TakenOver} of {ConversationId} cannot be taken over and stay where they are", what, stream);
            }
        }

        return moved;
    }

    /// <summary>Holds the line until the session's transaction is over. False: another node has it.</summary>
    public static async Task<bool> TryHoldAsync(IDocumentSession session, Guid stream, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand("select pg_try_advisory_xact_lock($1, hashtext($2::text))", session.Connection)
        {
            Parameters = { new() { Value = LockClass }, new() { Value = stream } },
        };
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task<IReadOnlyList<Guid>> StreamsAsync(NpgsqlDataSource database, string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var streams = new List<Guid>();
        while (await reader.ReadAsync(cancellation)) streams.Add(reader.GetGuid(0));
        return streams;
    }

    public static async Task<string?> TextAsync(NpgsqlDataReader reader, int column, CancellationToken cancellation) =>
        await reader.IsDBNullAsync(column, cancellation) ? null : reader.GetString(column);
}
