using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Numeroly.Api.Conversations;
using Numeroly.Bench.World;
using Numeroly.Events.Conversations;
using Numeroly.Events.Summaries;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Reading;

namespace Numeroly.Bench.Append;

/// <summary>Conversations that have long been talked in, written by plain SQL as the API would have left them.</summary>
internal sealed class LongStreams(StoreNode node)
{
    private const int WorthAnalysing = 10_000;

    private const string Stream = "insert into mt_streams (id, type, version) values ($1, 'conversation', $2)";

    private const string Events =
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
        select nextval('mt_events_sequence'), gen_random_uuid(), $1, n,
               case n when 1 then $3 else $4 end, case n when 1 then 'room_created' else 'message_saved' end, now(),
               case n when 1 then $5 else $6 end
        from generate_series(1, $2) n
        """;

    private const string Transcript =
        """
        insert into read_models.transcript (conversation_id, version, message_id, speaker, text, spoken_at, saved_at, search_text)
        select $1, n, gen_random_uuid(), 'assistant', $3, now(), now(), $3 from generate_series(2, $2) n
        """;

    private const string Snapshot = "insert into mt_doc_conversation (id, data, mt_dotnet_type, mt_version) values ($1, $3, $4, $2)";

    /// <summary>Makes a stream of so many events. Gives its id.</summary>
    public async Task<Guid> BuildAsync(int length, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var created = Talk.Created(id);
        var said = new MessageSaved(Guid.CreateVersion7(), Speaker.Assistant, Talk.Line, null, EmotionalTone.Warm, null, created.CreatedAt);
        var state = Conversation.Evolve(null, id, 1, created) with { Version = length, MessageCount = length - 1, LastMessageAt = created.CreatedAt };

        await using var batch = node.Database.Pool.CreateBatch();
        batch.Timeout = (int)TimeSpan.FromMinutes(5).TotalSeconds;
        Add(Stream);
        Add(Events, Json(created), Json(said), DotnetType(created), DotnetType(said));
        Add(Transcript, new NpgsqlParameter { Value = Talk.Line, NpgsqlDbType = NpgsqlDbType.Text });
        Add(Snapshot, Json(state), new NpgsqlParameter { Value = typeof(Conversation).FullName });
        await batch.ExecuteNonQueryAsync(cancellation);
        await node.Appender.AppendAsync(new UnitOfWork { Writes = [ReadModels.Summaries.Upsert(ConversationSummary.From(state))] }, cancellation);
        if (length >= WorthAnalysing) await AnalyseAsync(cancellation);
        return id;

        void Add(string sql, params NpgsqlParameter[] more)
        {
            var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = id }, new() { Value = (long)length } } };
            foreach (var parameter in more) command.Parameters.Add(parameter);
            batch.BatchCommands.Add(command);
        }
    }

    private static NpgsqlParameter Json(object body) => new() { Value = JsonSerializer.Serialize(body, body.GetType(), EventTypes.Json), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlParameter DotnetType(object fact) => new() { Value = $"{fact.GetType().FullName}, {fact.GetType().Assembly.GetName().Name}", NpgsqlDbType = NpgsqlDbType.Varchar };

    // As autovacuum would have done by the time a stream is this long.
    private async Task AnalyseAsync(CancellationToken cancellation)
    {
        foreach (var table in new[] { "mt_events", "mt_streams", "mt_doc_conversation", "read_models.transcript" })
        {
            await using var command = node.Database.Pool.CreateCommand($"vacuum (analyze) {table}");
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
