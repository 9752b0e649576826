namespace Numeroly.Assistant.Speaking;

/// <summary>
/// Cuts words, as they come, into pieces to be spoken: each as soon as it can be told, the first one short so that the voice
/// starts early, the others whole sentences. Joined with spaces the pieces are the words.
/// </summary>
public sealed class SentenceSplitter
{
    // The first piece may end at a comma from here on: about a second of speech, enough time to have the next one ready.
    private const int ShortestFirstClause = 24;

    // A sentence of a word or two sounds cut off when spoken by itself in the middle of others.
    private const int ShortestSentence = 16;

    // Longer sentences are cut at a comma, or else between words: a voice begins late on a long text.
    private const int LongestSentence = 200;
    private const int ShortestClause = 60;

    private string _rest = string.Empty;
    private int _looked;
    private bool _isFirst = true;

    /// <summary>The pieces that are whole now.</summary>
    public IReadOnlyList<string> Add(string words)
    {
        _rest += words;
        return Cut(isWhole: false);
    }

    /// <summary>What is left when no more words come.</summary>
    public IReadOnlyList<string> Finish()
    {
        var pieces = Cut(isWhole: true);
        var last = _rest.Trim();
        (_rest, _looked) = (string.Empty, 0);
        return last.Length == 0 ? pieces : [.. pieces, last];
    }

    private List<string> Cut(bool isWhole)
    {
        var pieces = new List<string>();
        while (NextEnd(isWhole) is { } end)
        {
            var piece = _rest[..end].Trim();
            _rest = _rest[end..].TrimStart();
            _looked = 0;
            if (piece.Length == 0) continue;
            pieces.Add(piece);
            _isFirst = false;
        }

        return pieces;
    }

    private int? NextEnd(bool isWhole)
    {
        for (; _looked < _rest.Length; _looked++)
        {
            if (_looked >= LongestSentence) return BestCut();
            if (_rest[_looked] == '\n' && !string.IsNullOrWhiteSpace(_rest[.._looked])) return _looked;
            if (SentenceEnds.IsMark(_rest[_looked]) && EndOfSentence(_looked, isWhole) is { } end)
            {
                if (end.IsUnknown) return null;
                if (end.At >= ShortestSentence || _isFirst) return end.At;
            }

            if (_isFirst && _looked >= ShortestFirstClause && IsClauseEnd(_looked)) return _looked + 1;
        }

        return null;
    }

    // A mark at the very end of what is known may be the first of "3.5" or "...".
    private (int At, bool IsUnknown)? EndOfSentence(int at, bool isWhole)
    {
        if (SentenceEnds.After(_rest, at, isWhole) is { } end) return (end, false);
        return !isWhole && _rest.AsSpan(at).TrimEnd("\"'”’»)].!?…").IsEmpty ? (0, true) : null;
    }

    private bool IsClauseEnd(int at) => _rest[at] is ',' or ';' or ':' && at + 1 < _rest.Length && char.IsWhiteSpace(_rest[at + 1]);

    private int BestCut()
    {
        for (var at = _looked - 1; at >= ShortestClause; at--)
        {
            if (IsClauseEnd(at) || (_rest[at] is '–' or '—' && char.IsWhiteSpace(_rest[at + 1]))) return at + 1;
        }

        var space = _rest.LastIndexOf(' ', _looked - 1);
        return space > ShortestClause ? space : _looked;
    }
}
