namespace Numeroly.Assistant.Hearing;

/// <summary>The text of a turn that is understood piece by piece.</summary>
internal sealed class TurnText
{
    private readonly List<string> _pieces = [];
    private double _confidence;
    private int _confident;

    /// <summary>All pieces so far.</summary>
    public string Settled => string.Join(' ', _pieces);

    public void Add(string text, double? confidence)
    {
        if (text.Length == 0) return;
        _pieces.Add(text);
        if (confidence is not { } known) return;
        _confidence += known * text.Length;
        _confident += text.Length;
    }

    /// <summary>With what is only supposed of the piece under way.</summary>
    public Transcript Interim(string supposed) =>
        new(string.Join(' ', supposed.Length == 0 ? _pieces : [.. _pieces, supposed]), IsFinal: false, Confidence: null);

    /// <summary>The whole turn; its confidence is that of its pieces by their length.</summary>
    public Transcript Final() => new(Settled, IsFinal: true, _confident == 0 ? null : _confidence / _confident);
}
