using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking;

/// <summary>A voice.</summary>
public interface ITextToSpeech
{
    /// <summary>For logs, settings and records, such as <c>elevenlabs</c>.</summary>
    string Name { get; }

    bool Knows(Language language);

    /// <summary>Speaks a sentence or a few.</summary>
    /// <returns>Samples at <see cref="Calling.SpeechFormat.SpokenRate"/>, as soon as they are there.</returns>
    /// <exception cref="Providers.ProviderException">It cannot be used now, or broke off.</exception>
    IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, CancellationToken cancellation);
}

/// <summary>What to say, and how.</summary>
/// <param name="Previous">What was said right before, for a voice that keeps its melody across sentences; empty at the start.</param>
public sealed record SpeechRequest(string Text, Language Language, EmotionalTone Tone, string Previous = "");
