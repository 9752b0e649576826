using System.Runtime.CompilerServices;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing.Detecting;

namespace Numeroly.Assistant.Hearing.OpenAi;

/// <summary>Cuts a long turn into pieces at the person's pauses, so that no word is cut in two.</summary>
internal static class PieceCutting
{
    private const int ShortestPause = SpeechFormat.HeardRate / 5;
    private const int ShortestRest = SpeechFormat.HeardRate;

    /// <param name="detector">One for this turn alone.</param>
    /// <param name="wanted">From here on the next pause ends the piece.</param>
    /// <param name="longest">Here it ends even without one.</param>
    public static async IAsyncEnumerable<short[]> CutAtPausesAsync(
        this IAsyncEnumerable<ReadOnlyMemory<short>> speech, IVoiceDetector detector, TimeSpan wanted, TimeSpan longest, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var enough = (int)(wanted.TotalSeconds * SpeechFormat.HeardRate);
        var most = (int)(longest.TotalSeconds * SpeechFormat.HeardRate);
        List<short> piece = [];
        var pause = 0;
        await foreach (var frame in speech.WithCancellation(cancellation))
        {
            for (var start = 0; start < frame.Length; start += SileroModel.Window)
            {
                var part = frame.Span.Slice(start, Math.Min(SileroModel.Window, frame.Length - start));
                pause = detector.Listen(part) is { } probability && probability >= VoiceActivityOptions.Default.Release ? 0 : pause + part.Length;
                piece.AddRange(part);
                if (piece.Count < most && (piece.Count < enough || pause < ShortestPause)) continue;
                yield return [.. piece];
                piece.Clear();
            }
        }

        // What comes after the last pause is often only more of it, and recognisers make up words for silence.
        var isPause = pause >= piece.Count && piece.Count < ShortestRest;
        if (piece.Count > 0 && !isPause) yield return [.. piece];
    }
}
