using System.Runtime.CompilerServices;
using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>
/// Takes the silence out of a turn for recognisers that bill by the second: what comes before and after the voice but for a
/// margin, and what is more than two margins of a pause within. Streams, and holds no more than a margin of sound.
/// </summary>
public static class SilenceTrimming
{
    public static readonly TimeSpan DefaultMargin = TimeSpan.FromMilliseconds(300);

    /// <param name="detector">One for this turn alone.</param>
    public static async IAsyncEnumerable<ReadOnlyMemory<short>> TrimSilenceAsync(
        this IAsyncEnumerable<ReadOnlyMemory<short>> speech, IVoiceDetector detector, TimeSpan margin, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var most = (int)(margin.TotalSeconds * SpeechFormat.HeardRate);
        var held = new Queue<ReadOnlyMemory<short>>();
        int heldSamples = 0, afterVoice = most;
        var isVoice = false;

        await foreach (var frame in speech.WithCancellation(cancellation))
        {
            for (var start = 0; start < frame.Length; start += SileroModel.Window)
            {
                var part = frame.Slice(start, Math.Min(SileroModel.Window, frame.Length - start));
                if (detector.Listen(part.Span) is { } probability)
                    isVoice = probability >= (isVoice ? VoiceActivityOptions.Default.Release : VoiceActivityOptions.Default.Onset);

                if (isVoice)
                {
                    while (held.TryDequeue(out var before)) yield return before;
                    heldSamples = afterVoice = 0;
                    yield return part;
                }
                else if (afterVoice < most)
                {
                    afterVoice += part.Length;
                    yield return part;
                }
                else
                {
                    held.Enqueue(part);
                    heldSamples += part.Length;
                    while (heldSamples > most) heldSamples -= held.Dequeue().Length;
                }
            }
        }
    }
}
