namespace Numeroly.Assistant.Replying.Guiding.Understanding;

/// <summary>A place in the tree of phrases, one word deeper than the one before.</summary>
internal sealed class LexiconNode
{
    private readonly Dictionary<string, LexiconNode> _next = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LexiconNode> _folded = new(StringComparer.Ordinal);
    private readonly List<Concept> _ends = [];
    private LexiconNode? _withoutEnds;

    private LexiconNode(LexiconNode other) => (_next, _folded) = (other._next, other._folded);

    public LexiconNode()
    {
    }

    public IReadOnlyList<Concept> Ends => _ends;

    /// <summary>The same place, where no phrase may end: after a word that was skipped.</summary>
    public LexiconNode WithoutEnds => _withoutEnds ??= new(this);

    public LexiconNode? Next(string word, bool isFolded) => (isFolded ? _folded : _next).GetValueOrDefault(word);

    public LexiconNode Add(string word, string folded)
    {
        if (_next.TryGetValue(word, out var node)) return node;
        node = new();
        _next.Add(word, node);
        _folded.TryAdd(folded, node);
        return node;
    }

    public void End(Concept concept)
    {
        if (!_ends.Contains(concept)) _ends.Add(concept);
    }

    public IEnumerable<string> Words() => _next.SelectMany(pair => pair.Value.Words().Prepend(pair.Key));
}
