using System.Runtime.CompilerServices;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.Remembering;

/// <summary>A voice that says short phrases from memory once it has said them whole.</summary>
public sealed class RememberingVoice(ITextToSpeech voice, RememberedSpeech memory) : ITextToSpeech
{
    // Greetings, fillers and excuses are shorter; what is longer is hardly ever said twice.
    private const int LongestRemembered = 120;

    public string Name => voice.Name;

    public bool Knows(Language language) => voice.Knows(language);

    public IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, CancellationToken cancellation) =>
        request.Text.Length > LongestRemembered
            ? voice.SpeakAsync(request, cancellation)
            : SpeakAsync(request, new SpokenPhrase(voice.Name, request.Language, request.Tone, request.Text), cancellation);

    private async IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, SpokenPhrase phrase, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (memory.Recall(phrase) is { } remembered)
        {
            yield return remembered;
            yield break;
        }

        var whole = new List<short>();
        await foreach (var samples in voice.SpeakAsync(request, cancellation))
        {
            whole.AddRange(samples.Span);
            yield return samples;
        }

        memory.Keep(phrase, whole.ToArray());
    }
}
