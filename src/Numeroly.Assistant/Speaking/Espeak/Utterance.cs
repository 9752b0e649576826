using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.Espeak;

/// <summary>A sentence for espeak, with how to say it.</summary>
/// <param name="Voice">A language and a variant, such as <c>vi+f3</c>.</param>
/// <param name="WordsPerMinute">80 to 450.</param>
/// <param name="Pitch">0 to 99, 50 being the voice's own.</param>
/// <param name="WordGap">A pause between words in units of 10 ms.</param>
internal sealed record Utterance(string Text, string Voice, int WordsPerMinute, int Pitch, int WordGap)
{
    public static Utterance Of(SpeechRequest request, EspeakOptions options)
    {
        var isVietnamese = request.Language == Language.Vi;
        var (faster, higher) = request.Tone switch
        {
            EmotionalTone.Warm => (-6, -3),
            EmotionalTone.Energetic => (12, 7),
            _ => (0, 0),
        };
        return new(
            Harmless(request.Text),
            isVietnamese ? options.VoiceVi : options.VoiceEn,
            (isVietnamese ? 156 : 164) + faster,
            50 + higher,

            // Each Vietnamese word is one syllable with a tone: a breath between them makes the tones distinct.
            isVietnamese ? 1 : 0);
    }

    // Between double brackets espeak expects its own phonemes.
    private static string Harmless(string text) => text.Replace('[', ' ').Replace(']', ' ').Replace('\0', ' ');
}
