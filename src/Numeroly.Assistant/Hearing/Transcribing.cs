using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing;

/// <summary>Understands one turn: the first recogniser that can, and when it fails the next one, which hears the turn from its beginning.</summary>
public sealed class Transcribing(Func<Language, IReadOnlyList<ISpeechToText>> recognisers, ProviderLine<ISpeechToText> health, ILogger log)
{
    /// <param name="interim">Told what is understood so far.</param>
    /// <param name="fell">Told of a recogniser that failed, and the one that takes its place.</param>
    /// <returns>Null when no recogniser could be used at all.</returns>
    public async Task<Understood?> TranscribeAsync(
        TurnSound sound, TranscriptionRequest request, Action<Transcript> interim, Action<ProviderFell> fell, CancellationToken cancellation)
    {
        var inOrder = health.Rested(recognisers(request.Language));
        for (var place = 0; place < inOrder.Count; place++)
        {
            var recogniser = inOrder[place];
            try
            {
                var final = await ListenAsync(recogniser, sound, request, interim, cancellation);
                health.Succeeded(recogniser);
                return new Understood(final.Text.Trim(), final.Confidence, recogniser.Name);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                fell(health.Fell(ProviderStage.SpeechToText, inOrder, place, ProviderFell.KindOf(fault, log, recogniser.Name)));
            }
        }

        return null;
    }

    private static async Task<Transcript> ListenAsync(
        ISpeechToText recogniser, TurnSound sound, TranscriptionRequest request, Action<Transcript> interim, CancellationToken cancellation)
    {
        await foreach (var transcript in recogniser.TranscribeAsync(sound.ListenAsync(cancellation), request, cancellation).WithCancellation(cancellation))
        {
            if (transcript.IsFinal) return transcript;
            interim(transcript);
        }

        throw new ProviderException(ProviderFailure.CutOff, $"{recogniser.Name} ended without a final text.");
    }
}

/// <summary>What the person said in a turn.</summary>
/// <param name="Text">Empty when nothing was understood.</param>
public sealed record Understood(string Text, double? Confidence, string SpeechToText);
