using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Hearing.Daily;

/// <summary>The segments of one turn that Daily's transcription told of.</summary>
internal sealed class DailyTurn
{
    private readonly TurnText _text = new();
    private string _supposed = "";
    private string _last = "";

    /// <summary>When the person had finished; null while they speak.</summary>
    public long? EndedAt { get; set; }

    /// <summary>Whether no segment is under way.</summary>
    public bool IsSettled => _supposed.Length == 0;

    /// <returns>Whether it told anything new.</returns>
    public bool Take(CallEvent.Transcribed heard)
    {
        var text = heard.Text.Trim();
        if (!heard.IsFinal)
        {
            if (text == _supposed || text.Length == 0) return false;
            _supposed = text;
            return true;
        }

        // A second stream of the same call, which Daily is known to open, tells each segment once more.
        var isRepeated = IsSettled && text == _last;
        _supposed = "";
        if (isRepeated || text.Length == 0) return false;
        _last = text;
        _text.Add(text, heard.Confidence);
        return true;
    }

    public Transcript Interim() => _text.Interim(_supposed);

    public Transcript Final()
    {
        _text.Add(_supposed, confidence: null);
        return _text.Final();
    }
}
