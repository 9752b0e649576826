using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Speaking;
using Numeroly.Assistant.Wording;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>
/// Says an answer's sentences in a call: each is turned into sound while the one before is played. When a voice fails the next
/// one says the sentence, and the person is told why it sounds different.
/// </summary>
internal sealed class Voicing(ProviderLine<ITextToSpeech> voices, ILogger log)
{
    // Sound that is ready before it is needed: enough that the next sentence follows without a gap.
    private const int ReadyPieces = 200;

    private bool _hasTold;

    /// <summary>Returns when all was given to the call, or no voice is left to say it.</summary>
    public async Task SayAsync(
        Answer answer, ChannelReader<string> sentences, Language language, ICall call, Action<int> given, Action<ProviderFell> fell, CancellationToken cancellation)
    {
        var pieces = Channel.CreateBounded<Piece>(ReadyPieces);
        var voicing = VoiceAsync(answer, sentences, language, pieces.Writer, fell, cancellation);
        await foreach (var piece in pieces.Reader.ReadAllAsync(cancellation))
        {
            switch (piece)
            {
                case Piece.Begin begin:
                    answer.Aloud.Begin(begin.Sentence);
                    break;
                case Piece.Sound sound:
                    cancellation.ThrowIfCancellationRequested();
                    answer.Aloud.Give(sound.Samples.Length);
                    given(sound.Samples.Length);
                    await call.SpeakAsync(sound.Samples, cancellation);
                    break;
                case Piece.End:
                    answer.Aloud.Finish();
                    break;
            }
        }

        await voicing;
    }

    private async Task VoiceAsync(
        Answer answer, ChannelReader<string> sentences, Language language, ChannelWriter<Piece> pieces, Action<ProviderFell> fell, CancellationToken cancellation)
    {
        try
        {
            var previous = "";
            await foreach (var sentence in sentences.ReadAllAsync(cancellation))
            {
                if (!await SayAsync(answer, new SpeechRequest(sentence, language, answer.Tone, previous), pieces, fell, cancellation))
                {
                    answer.IsVoiceLost = true;
                    return;
                }

                previous = sentence;
            }
        }
        finally
        {
            pieces.TryComplete();
        }
    }

    private async Task<bool> SayAsync(Answer answer, SpeechRequest request, ChannelWriter<Piece> pieces, Action<ProviderFell> fell, CancellationToken cancellation)
    {
        var inOrder = voices.InOrder(voice => voice.Knows(request.Language));
        for (var place = 0; place < inOrder.Count; place++)
        {
            var voice = inOrder[place];
            if (place > 0 && !_hasTold) await ExplainAsync(voice, request, pieces, cancellation);
            try
            {
                await pieces.WriteAsync(new Piece.Begin(request.Text), cancellation);
                await foreach (var samples in voice.SpeakAsync(request, cancellation).WithCancellation(cancellation))
                {
                    answer.Clock.FirstSound();
                    answer.Clock.TextToSpeech ??= voice.Name;
                    await pieces.WriteAsync(new Piece.Sound(samples), cancellation);
                }

                await pieces.WriteAsync(new Piece.End(), cancellation);
                voices.Succeeded(voice);
                return true;
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                fell(voices.Fell(ProviderStage.TextToSpeech, inOrder, place, ProviderFell.KindOf(fault, log, voice.Name)));
            }
        }

        return false;
    }

    // Not part of the answer's text; that the voice changed is on record as a fact of its own.
    private async Task ExplainAsync(ITextToSpeech voice, SpeechRequest request, ChannelWriter<Piece> pieces, CancellationToken cancellation)
    {
        _hasTold = true;
        try
        {
            await pieces.WriteAsync(new Piece.Begin(""), cancellation);
            var explanation = request with { Text = Phrases.In(request.Language).OtherVoice, Tone = EmotionalTone.Neutral, Previous = "" };
            await foreach (var samples in voice.SpeakAsync(explanation, cancellation).WithCancellation(cancellation))
                await pieces.WriteAsync(new Piece.Sound(samples), cancellation);
            await pieces.WriteAsync(new Piece.End(), cancellation);
        }
        catch (ProviderException failure)
        {
            log.LogInformation("The change of voice could not be explained: {Failure}", failure.Failure);
        }
    }

    private abstract record Piece
    {
        public sealed record Begin(string Sentence) : Piece;

        public sealed record Sound(ReadOnlyMemory<short> Samples) : Piece;

        public sealed record End : Piece;
    }
}
