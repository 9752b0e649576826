using System.Text;

namespace Numeroly.Assistant.Speaking;

/// <summary>
/// What of an answer was given to the call to be played, sentence by sentence with its samples: from what was played follows
/// what the person heard.
/// </summary>
public sealed class SaidAloud
{
    private readonly List<Sentence> _sentences = [];
    private readonly Lock _gate = new();

    /// <summary>Samples given so far.</summary>
    public long Samples
    {
        get
        {
            lock (_gate) return _sentences.Sum(sentence => sentence.Samples);
        }
    }

    public void Begin(string sentence)
    {
        lock (_gate) _sentences.Add(new Sentence(sentence));
    }

    /// <summary>More of the last sentence was given.</summary>
    public void Give(int samples)
    {
        lock (_gate) _sentences[^1].Samples += samples;
    }

    /// <summary>The last sentence was given to its end, so its length is known.</summary>
    public void Finish()
    {
        lock (_gate) _sentences[^1].IsComplete = true;
    }

    /// <summary>The words that were heard once this many of the answer's samples were played. A word of which half was heard counts.</summary>
    public string HeardOf(long played)
    {
        var heard = new StringBuilder();
        lock (_gate)
        {
            foreach (var sentence in _sentences)
            {
                if (played <= 0) break;
                var part = sentence.HeardOf(played);
                if (part.Length == 0) break;
                if (heard.Length > 0) heard.Append(' ');
                heard.Append(part);
                played -= sentence.Samples;
            }
        }

        return heard.ToString();
    }

    private sealed class Sentence(string text)
    {
        // Where its end is not known, about how fast voices speak: this many characters a second.
        private const double CharactersPerSecond = 14;

        public long Samples { get; set; }

        public bool IsComplete { get; set; }

        public string HeardOf(long played)
        {
            if (IsComplete && played >= Samples) return text;
            var length = IsComplete ? Samples : Math.Max(Samples, (long)(text.Length / CharactersPerSecond * Calling.SpeechFormat.SpokenRate));
            if (length == 0) return "";
            var characters = (int)(text.Length * Math.Min(1, (double)played / length));
            return WholeWords(characters);
        }

        private string WholeWords(int characters)
        {
            if (characters >= text.Length) return text;
            var start = text.LastIndexOf(' ', Math.Max(0, characters)) + 1;
            var end = text.IndexOf(' ', characters);
            if (end < 0) end = text.Length;
            var isHalfHeard = characters - start >= (end - start + 1) / 2;
            return text[..(isHalfHeard ? end : start)].TrimEnd();
        }
    }
}
