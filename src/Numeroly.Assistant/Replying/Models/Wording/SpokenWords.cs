using System.Text;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Models.Wording;

/// <summary>
/// Makes of what a model writes what a voice can say, piece by piece: tone tags become <see cref="ReplyPart.InTone"/>, markup,
/// emoji and list signs go, and the answer ends with a sentence once it is long enough.
/// </summary>
/// <param name="enough">From so many characters on the answer ends with the sentence.</param>
/// <param name="most">At so many it ends with the word.</param>
internal sealed class SpokenWords(int enough, int most)
{
    private readonly LineStart _lineStart = new();
    private readonly Brackets _brackets = new();
    private readonly StringBuilder _ready = new();
    private readonly List<ReplyPart> _parts = [];
    private char? _highSurrogate;
    private char _last;
    private int _said;

    /// <summary>Whether the answer is long enough: nothing more will be said.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether there was a word or a number in it.</summary>
    public bool HasSpoken { get; private set; }

    public IReadOnlyList<ReplyPart> Add(string written)
    {
        foreach (var c in written)
            Read(c);
        return Taken();
    }

    /// <summary>What the model writes next does not continue the last word.</summary>
    public void Pause() => Read('\n');

    public IReadOnlyList<ReplyPart> Finish()
    {
        foreach (var c in _lineStart.Finish() + _brackets.Finish())
            Clean(c);
        return Taken();
    }

    private void Read(char c)
    {
        foreach (var kept in _lineStart.Read(c))
        {
            foreach (var bare in _brackets.Read(kept))
                Clean(bare);
            if (_brackets.TakeTone() is { } tone) Change(tone);
        }
    }

    private void Change(EmotionalTone tone)
    {
        Flush();
        _parts.Add(new ReplyPart.InTone(tone));
    }

    private void Clean(char c)
    {
        if (char.IsHighSurrogate(c))
        {
            _highSurrogate = c;
        }
        else if (char.IsLowSurrogate(c))
        {
            if (_highSurrogate is { } high && Unspeakable.IsSpoken(new Rune(high, c)))
            {
                Say(high);
                Say(c);
            }

            _highSurrogate = null;
        }
        else if (c == '\n')
        {
            // A heading or a list's line has no full stop, and the voice would run on.
            if (char.IsLetterOrDigit(_last)) Say('.');
            Say(' ');
        }
        else if (c == '_')
        {
            if (char.IsLetterOrDigit(_last)) Say(' ');
        }
        else if (Unspeakable.IsSpoken(new Rune(c)))
        {
            Say(c);
        }
    }

    private void Say(char c)
    {
        if (char.IsWhiteSpace(c))
        {
            if (_last is '\0' or ' ') return;
            c = ' ';
            if (_said >= most || (_said >= enough && _last is ('.' or '!' or '?' or '…'))) IsFull = true;
        }

        if (IsFull) return;
        _ready.Append(c);
        _last = c;
        _said++;
        HasSpoken |= char.IsLetterOrDigit(c);
    }

    private void Flush()
    {
        if (_ready.Length == 0) return;
        _parts.Add(new ReplyPart.Words(_ready.ToString()));
        _ready.Clear();
    }

    private ReplyPart[] Taken()
    {
        Flush();
        ReplyPart[] parts = [.. _parts];
        _parts.Clear();
        return parts;
    }
}
