using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.Remembering;

/// <summary>The sound of short phrases, so that what is said often is said at once. The ones longest not said go first.</summary>
/// <param name="mostSamples">How many samples to keep in all; two bytes each.</param>
public sealed class RememberedSpeech(long mostSamples)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SpokenPhrase, LinkedListNode<Entry>> _byPhrase = [];
    private readonly LinkedList<Entry> _latestFirst = [];
    private long _samples;

    /// <summary>The sound of a phrase, or null.</summary>
    public ReadOnlyMemory<short>? Recall(SpokenPhrase phrase)
    {
        lock (_gate)
        {
            if (!_byPhrase.TryGetValue(phrase, out var node)) return null;
            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value.Sound;
        }
    }

    public void Keep(SpokenPhrase phrase, ReadOnlyMemory<short> sound)
    {
        lock (_gate)
        {
            if (sound.Length > mostSamples || _byPhrase.ContainsKey(phrase)) return;
            _byPhrase[phrase] = _latestFirst.AddFirst(new Entry(phrase, sound));
            _samples += sound.Length;
            while (_samples > mostSamples) ForgetOldest();
        }
    }

    private void ForgetOldest()
    {
        var oldest = _latestFirst.Last!.Value;
        _latestFirst.RemoveLast();
        _byPhrase.Remove(oldest.Phrase);
        _samples -= oldest.Sound.Length;
    }

    private sealed record Entry(SpokenPhrase Phrase, ReadOnlyMemory<short> Sound);
}

/// <summary>A text as one voice says it.</summary>
public sealed record SpokenPhrase(string Provider, Language Language, EmotionalTone Tone, string Text);
