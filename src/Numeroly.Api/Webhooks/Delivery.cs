using Npgsql;
using NpgsqlTypes;

namespace Numeroly.Api.Webhooks;

/// <summary>What was made of a webhook delivery.</summary>
public enum Verdict
{
    /// <summary>Genuine and new: it is being taken in.</summary>
    Accepted,

    /// <summary>Genuine, and accepted before, under this or another id.</summary>
    Duplicate,

    /// <summary>Rightly signed, but too long ago.</summary>
    Late,

    /// <summary>Rightly signed, for a time that has not come.</summary>
    Future,

    /// <summary>Genuine, but about a room that belongs to no conversation.</summary>
    UnknownRoom,

    /// <summary>Genuine, but of a type that concerns no conversation.</summary>
    Ignored,

    /// <summary>Genuine, but not to be understood.</summary>
    Malformed,

    /// <summary>Not signed by Daily, or altered on the way.</summary>
    Forged,
}

/// <summary>A delivery with its verdict, as it is kept.</summary>
/// <param name="EventId">Daily's id of the message.</param>
/// <param name="BusinessKey">What happened: the same under every id.</param>
/// <param name="Body">The raw bytes.</param>
public sealed record Delivery(
    Guid Id, Verdict Verdict, ReadOnlyMemory<byte> Body, string? EventId = null, string? EventType = null, string? BusinessKey = null, Guid? ConversationId = null)
{
    private const string Insert =
        """
        insert into durable.webhook_deliveries (id, verdict, event_id, event_type, business_key, conversation_id, body)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    /// <summary>Keeps it. An accepted one fails on the unique keys when it is a duplicate.</summary>
    public async Task KeepAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.Add(new() { Value = Id });
        command.Parameters.Add(new() { Value = VerdictName(Verdict) });
        foreach (var text in (string?[])[EventId, EventType, BusinessKey])
            command.Parameters.Add(new() { Value = text ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = ConversationId ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = Body, NpgsqlDbType = NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string VerdictName(Verdict verdict) => verdict == Verdict.UnknownRoom ? "unknown_room" : verdict.ToString().ToLowerInvariant();
}
