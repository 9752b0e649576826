using NpgsqlTypes;
using Numeroly.Events.Conversations;
using Numeroly.Events.Recordings;
using Numeroly.Events.Summaries;
using Numeroly.Events.Transcripts;
using Numeroly.Events.Turns;
using Numeroly.EventStore.Projecting;
using Numeroly.EventStore.Schema;

namespace Numeroly.Api.Conversations;

/// <summary>The conversation as the store keeps it: its state, and the tables that follow from its events.</summary>
public static class ReadModels
{
    public static ReadModelTable<ConversationSummary> Summaries { get; } = new("read_models.conversations", nameof(ConversationSummary.ConversationId));

    public static ReadModelTable<TranscriptLine> Transcript { get; } = new(
        "read_models.transcript", nameof(TranscriptLine.ConversationId), nameof(TranscriptLine.Version));

    public static ReadModelTable<RecordingEntry> Recordings { get; } = new(
        "read_models.recordings", nameof(RecordingEntry.ConversationId), nameof(RecordingEntry.RecordingId));

    public static ReadModelTable<TurnEntry> Turns { get; } = new("read_models.turns", nameof(TurnEntry.ConversationId), nameof(TurnEntry.Version));

    public static SchemaPart Schema { get; } = SchemaPart.FromResource(typeof(ReadModels).Assembly, "read-models", 2);

    public static Aggregate<Conversation, ConversationEvent> Aggregate { get; } = new(
        Conversation.Evolve,
        (after, _) => [Summaries.Upsert(ConversationSummary.From(after))],
        (after, facts) => facts
            .Where(recorded => recorded.Fact is MessageSaved)
            .Select(recorded => Transcript.Upsert(TranscriptLine.From(after.Id, recorded.Version, (MessageSaved)recorded.Fact, recorded.Timestamp))),
        (after, facts) => facts
            .Select(recorded => recorded.Fact)
            .OfType<AnswerInterrupted>()
            .Select(interrupted => HeardOnly(after.Id, interrupted)),
        (after, facts) => facts
            .Where(recorded => recorded.Fact is TurnMeasured)
            .Select(recorded => Turns.Upsert(TurnEntry.From(after, recorded.Version, (TurnMeasured)recorded.Fact))),
        (after, facts) => facts.Any(recorded => recorded.Fact is RecordingStarted or RecordingReady or RecordingFailed)
            ? RecordingEntry.From(after).Select(Recordings.Upsert)
            : []);

    private static SqlStatement HeardOnly(Guid conversation, AnswerInterrupted interrupted) => new(
        "update read_models.transcript set heard = $3 where conversation_id = $1 and message_id = $2",
        [new(conversation, NpgsqlDbType.Uuid), new(interrupted.MessageId, NpgsqlDbType.Uuid), new(interrupted.Heard, NpgsqlDbType.Text)]);
}
