using Numeroly.Events.Conversations;
using Numeroly.Events.Recordings;
using Numeroly.Events.Summaries;
using Numeroly.Events.Transcripts;
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

    public static SchemaPart Schema { get; } = SchemaPart.FromResource(typeof(ReadModels).Assembly, "read-models", 1);

    public static Aggregate<Conversation, ConversationEvent> Aggregate { get; } = new(
        Conversation.Evolve,
        (after, _) => [Summaries.Upsert(ConversationSummary.From(after))],
        (after, facts) => facts
            .Where(recorded => recorded.Fact is MessageSaved)
            .Select(recorded => Transcript.Upsert(TranscriptLine.From(after.Id, recorded.Version, (MessageSaved)recorded.Fact, recorded.Timestamp))),
        (after, facts) => facts.Any(recorded => recorded.Fact is RecordingStarted or RecordingReady or RecordingFailed)
            ? RecordingEntry.From(after).Select(Recordings.Upsert)
            : []);
}
