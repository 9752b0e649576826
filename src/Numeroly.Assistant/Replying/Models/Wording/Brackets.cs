using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Models.Wording;

/// <summary>
/// Takes square and angle brackets out of what a model writes: tone tags, stage directions, links and tags of a markup
/// language. Only a link's words are said.
/// </summary>
internal sealed class Brackets
{
    // A longer bracket is text that happens to have one.
    private const int Longest = 80;

    private string _inside = string.Empty;
    private State _state;
    private EmotionalTone? _tone;

    private enum State
    {
        Outside,
        Square,
        BehindSquare,
        LinkTarget,
        Angle,
    }

    /// <summary>The tone that a tag has just asked for, once.</summary>
    public EmotionalTone? TakeTone() => (_tone, _tone = null).Item1;

    /// <summary>What can be passed on by now.</summary>
    public string Read(char c) => _state switch
    {
        State.Square => c == ']' ? CloseSquare() : Collect(c),
        State.BehindSquare => BehindSquare(c),
        State.LinkTarget => LinkTarget(c),
        State.Angle => Angle(c),
        _ => Outside(c),
    };

    public string Finish() => _state is State.Square or State.Angle ? string.Empty : Leave(string.Empty);

    private string Outside(char c)
    {
        if (c is not ('[' or '<')) return c.ToString();
        (_state, _inside) = (c == '[' ? State.Square : State.Angle, string.Empty);
        return string.Empty;
    }

    private string Collect(char c)
    {
        _inside += c;
        return _inside.Length > Longest || c == '\n' ? Leave(_inside) : string.Empty;
    }

    private string CloseSquare()
    {
        if (Enum.TryParse<EmotionalTone>(_inside.Trim(), ignoreCase: true, out var tone) && !int.TryParse(_inside, out _))
        {
            _tone = tone;
            return Leave(string.Empty);
        }

        _state = State.BehindSquare;
        return string.Empty;
    }

    private string BehindSquare(char c)
    {
        if (c != '(') return Leave(string.Empty) + Outside(c);
        _state = State.LinkTarget;
        return string.Empty;
    }

    private string LinkTarget(char c) => c is ')' or '\n' ? Leave(_inside) : string.Empty;

    private string Angle(char c)
    {
        // "5 < 7" is no tag.
        if (_inside.Length == 0 && !char.IsAsciiLetter(c) && c is not ('/' or '!')) return Leave("<") + Outside(c);
        return c == '>' ? Leave(string.Empty) : Collect(c);
    }

    private string Leave(string said)
    {
        (_state, _inside) = (State.Outside, string.Empty);
        return said;
    }
}
