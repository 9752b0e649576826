using System.Runtime.CompilerServices;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Speaking;
using Numeroly.Events.Conversations;

namespace Numeroly.Bench.Voice;

/// <summary>Understands at once when the turn's sound ends, whatever was said.</summary>
internal sealed class InstantRecogniser : ISpeechToText
{
    public string Name => "instant";

    public bool Knows(Language language) => true;

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var _ in speech.WithCancellation(cancellation))
        {
            // Only its end matters.
        }

        yield return new Transcript("What is my life path number?", IsFinal: true, 1);
    }
}

/// <summary>Has its answer at once.</summary>
internal sealed class InstantMind : IReplyGenerator
{
    public string Name => "instant";

    public async IAsyncEnumerable<ReplyPart> ReplyAsync(ReplyRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        yield return new ReplyPart.Words("Your life path number is seven. ");
    }
}

/// <summary>Has the sound of a sentence at once: a tone.</summary>
internal sealed class InstantVoice : ITextToSpeech
{
    private const int Piece = SpeechFormat.SpokenRate / 20;
    private const double Hertz = 440;

    public string Name => "instant";

    /// <summary>How long a sentence is.</summary>
    public TimeSpan Length { get; set; }

    public bool Knows(Language language) => true;

    public async IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var tone = Tone(Length);
        for (var at = 0; at < tone.Length; at += Piece) yield return tone.AsMemory(at, Math.Min(Piece, tone.Length - at));
    }

    // Loud from the first sample on, so that its beginning is no matter of taste.
    public static short[] Tone(TimeSpan length) =>
        [.. Enumerable.Range(0, (int)(length.TotalSeconds * SpeechFormat.SpokenRate)).Select(i => (short)(10_000 * Math.Cos(2 * Math.PI * Hertz * i / SpeechFormat.SpokenRate)))];
}
