using Npgsql;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;
using Numeroly.Events.Transcripts;

namespace Numeroly.Api.Conversations;

/// <summary>Reads what was said.</summary>
public sealed class TranscriptReader(NpgsqlDataSource database)
{
    /// <summary>Keeps each message once in its conversation.</summary>
    public const string MessageIndex = "mt_events_message";

    private const string Columns = "conversation_id, version, message_id, speaker, text, confidence, emotional_tone, heard, spoken_at, saved_at";
    private const string OneMessage = $"select {Columns} from views.transcript where conversation_id = $1 and message_id = $2";
    private const string After = $"select {Columns} from views.transcript where conversation_id = $1 and version > $2 order by version limit $3";

    /// <summary>The indexes on events that reading needs, beside Marten's own.</summary>
    public static IReadOnlyList<string> Indexes { get; } = [MessageIndex, "mt_events_turns"];

    /// <summary>The message that is saved under this id; null when none is.</summary>
    public async Task<TranscriptLine?> FindAsync(Guid conversation, Guid message, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OneMessage);
        command.Parameters.Add(new() { Value = conversation });
        command.Parameters.Add(new() { Value = message });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    public async Task<IReadOnlyList<TranscriptLine>> ListAsync(Guid conversation, long after, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(After);
        command.Parameters.Add(new() { Value = conversation });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = limit });
        var lines = new List<TranscriptLine>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) lines.Add(Read(reader));
        return lines;
    }

    private static TranscriptLine Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetInt64(1),
        row.GetGuid(2),
        row.Word<Speaker>(3)!.Value,
        row.GetString(4),
        row.IsDBNull(5) ? null : row.GetDouble(5),
        row.Word<EmotionalTone>(6),
        row.IsDBNull(7) ? null : row.GetString(7),
        row.GetFieldValue<DateTimeOffset>(8),
        row.GetFieldValue<DateTimeOffset>(9));
}
