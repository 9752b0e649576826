using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing;

/// <summary>A recogniser of speech. Streaming: it hears while the person still speaks.</summary>
public interface ISpeechToText
{
    /// <summary>For logs, settings and records, such as <c>azure</c>.</summary>
    string Name { get; }

    bool Knows(Language language);

    /// <summary>Listens to one turn of the person.</summary>
    /// <param name="speech">At <see cref="Calling.SpeechFormat.HeardRate"/>; ends when the person has finished.</param>
    /// <returns>
    /// The turn's whole text as understood so far, again and again; the last one, and only that, is final, and comes also
    /// when nothing was understood, with an empty text.
    /// </returns>
    /// <exception cref="Providers.ProviderException">It cannot be used now, or gave up.</exception>
    IAsyncEnumerable<Transcript> TranscribeAsync(IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, CancellationToken cancellation);
}

/// <summary>What helps to understand.</summary>
/// <param name="Hints">Words that are likely to be said, such as the person's name.</param>
public sealed record TranscriptionRequest(Language Language, IReadOnlyList<string> Hints);

/// <summary>What was understood of a turn.</summary>
/// <param name="Text">All of the turn so far.</param>
/// <param name="Confidence">0 to 1; null when the recogniser does not say.</param>
public sealed record Transcript(string Text, bool IsFinal, double? Confidence);
