using System.Collections.Immutable;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding;

/// <summary>An answer before it is streamed.</summary>
/// <param name="Learnt">Whom the numbers are about from now on; null when nothing was learnt.</param>
internal sealed record Answer(EmotionalTone Tone, ImmutableArray<string> Sentences, Reading? Learnt = null)
{
    // More than this nobody wants to listen to in one go.
    private const int Longest = 690;

    /// <summary>Warm, unless <see cref="In"/> says otherwise.</summary>
    public static Answer Of(params IEnumerable<string> parts)
    {
        var sentences = parts.SelectMany(Guiding.Sentences.Of).Distinct(StringComparer.Ordinal).ToList();
        // The last one is what the person answers to, so it stays.
        while (sentences.Count > 1 && sentences.Sum(sentence => sentence.Length + 1) > Longest) sentences.RemoveAt(sentences.Count - 2);
        if (sentences is [var only] && only.Length > Longest) sentences = [only[..only.LastIndexOf(' ', Longest)]];
        return new(EmotionalTone.Warm, [.. sentences]);
    }

    public Answer In(EmotionalTone tone) => this with { Tone = tone };

    public Answer After(params IEnumerable<string> first) => Of(first.Concat(Sentences)) with { Tone = Tone, Learnt = Learnt };
}
