using Marten;
using Npgsql;

namespace Numeroly.Api.Store.TakingOver;

/// <summary>A stream's line of messages, as the version before locked it while a node worked through it.</summary>
public static class LineBefore
{
    private const int LockClass = 0x4E756D65; // "Nume"

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

    public static async Task<IReadOnlyList<Guid>> StreamsAsync(NpgsqlDataSource database, string sql, CancellationToken cancellation)
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
