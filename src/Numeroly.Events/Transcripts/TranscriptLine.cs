using Numeroly.Events.Conversations;

namespace Numeroly.Events.Transcripts;

/// <summary>A message as it is kept.</summary>
/// <param name="Version">Number of the message's event in its conversation: the order of the lines.</param>
public sealed record TranscriptLine(
    Guid ConversationId,
    long Version,
    Guid MessageId,
    Speaker Speaker,
    string Text,
    double? Confidence,
    EmotionalTone? EmotionalTone,
    string? Heard,
    DateTimeOffset SpokenAt,
    DateTimeOffset SavedAt)
{
    public static TranscriptLine From(Guid conversationId, long version, MessageSaved saved, DateTimeOffset savedAt) => new(
        conversationId,
        version,
        saved.MessageId,
        saved.Speaker,
        saved.Text,
        saved.Confidence,
        saved.EmotionalTone,
        saved.Heard,
        saved.SpokenAt,
        savedAt);

    /// <summary>The fact behind the line.</summary>
    public MessageSaved ToMessage() => new(MessageId, Speaker, Text, Confidence, EmotionalTone, Heard, SpokenAt);
}
