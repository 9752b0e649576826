using Npgsql;
using NpgsqlTypes;
using Numeroly.Events.Conversations;
using Numeroly.Events.Transcripts;
using Numeroly.EventStore.Projecting;
using Numeroly.EventStore.Reading;

namespace Numeroly.Api.Conversations;

/// <summary>Reads what was said.</summary>
public sealed class TranscriptReader(NpgsqlDataSource database, StateReader<Conversation, ConversationEvent> states)
{
    private static readonly string OneMessage =
        $"select {ReadModels.Transcript.Columns} from read_models.transcript where conversation_id = $1 and message_id = $2";

    private static readonly string After =
        $"select {ReadModels.Transcript.Columns} from read_models.transcript where conversation_id = $1 and version > $2 order by version limit $3";

    /// <summary>The conversation, and the message that is already saved under this id, if any.</summary>
    public Task<(Loaded<Conversation> Loaded, TranscriptLine? Known)> LoadWithMessageAsync(Guid conversation, Guid message, CancellationToken cancellation) =>
        states.LoadAsync(
            conversation,
            new SqlStatement(OneMessage, [new(conversation, NpgsqlDbType.Uuid), new(message, NpgsqlDbType.Uuid)]),
            ReadModels.Transcript.Read,
            cancellation);

    public async Task<IReadOnlyList<TranscriptLine>> ListAsync(Guid conversation, long after, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(After);
        command.Parameters.Add(new() { Value = conversation });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = limit });
        var lines = new List<TranscriptLine>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) lines.Add(ReadModels.Transcript.Read(reader));
        return lines;
    }
}
