using System.Runtime.CompilerServices;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>Sends a recogniser that bills by the second only what has voice in it. A turn without any costs nothing.</summary>
public sealed class TrimmedSpeechToText(ISpeechToText recogniser, IVoiceDetectors detectors) : ISpeechToText
{
    public string Name => recogniser.Name;

    public bool Knows(Language language) => recogniser.Knows(language);

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var detector = detectors.Create();
        await using var voiced = speech.TrimSilenceAsync(detector, SilenceTrimming.DefaultMargin, cancellation).GetAsyncEnumerator(cancellation);

        // Only once there is voice is it worth connecting to anyone.
        if (!await voiced.MoveNextAsync())
        {
            yield return new("", IsFinal: true, Confidence: null);
            yield break;
        }
        await foreach (var transcript in recogniser.TranscribeAsync(From(voiced), request, cancellation)) yield return transcript;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<short>> From(IAsyncEnumerator<ReadOnlyMemory<short>> voiced)
    {
        do yield return voiced.Current;
        while (await voiced.MoveNextAsync());
    }
}
