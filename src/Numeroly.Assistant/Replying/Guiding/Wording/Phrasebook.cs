using System.Collections.Frozen;
using System.Collections.Immutable;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Wording;

/// <summary>
/// What the guide says in one language, from the text files beside it: <c># key</c>, then one way of saying it on each line.
/// <c>{place}</c> is filled in; what stands in square brackets is left out when a place in it is empty.
/// </summary>
internal sealed class Phrasebook
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> _phrases;

    private Phrasebook(string folder) => _phrases = EmbeddedText.Files($"Wording/{folder}").SelectMany(Read).ToFrozenDictionary(entry => entry.Key, entry => entry.Ways);

    public static Phrasebook Vietnamese { get; } = new("vi");

    public static Phrasebook English { get; } = new("en");

    public static Phrasebook Of(Language language) => language == Language.Vi ? Vietnamese : English;

    public IEnumerable<string> Keys => _phrases.Keys;

    public ImmutableArray<string> this[string key] =>
        _phrases.TryGetValue(key, out var ways) ? ways : throw new ArgumentOutOfRangeException(nameof(key), key, "There is no wording for this.");

    public bool Has(string key) => _phrases.ContainsKey(key);

    /// <summary>Puts the values into their places.</summary>
    public static string Fill(string way, IReadOnlyList<(string Place, string Value)> values)
    {
        var filled = way;
        for (var open = filled.IndexOf('['); open >= 0; open = filled.IndexOf('['))
        {
            var close = filled.IndexOf(']', open);
            var part = filled[(open + 1)..close];
            var isEmpty = values.Any(value => value.Value.Length == 0 && part.Contains($"{{{value.Place}}}", StringComparison.Ordinal));
            filled = filled[..open] + (isEmpty ? "" : part) + filled[(close + 1)..];
        }

        foreach (var (place, value) in values) filled = filled.Replace($"{{{place}}}", value);
        filled = filled.Trim();
        return filled.Length > 0 && char.IsLower(filled[0]) ? char.ToUpperInvariant(filled[0]) + filled[1..] : filled;
    }

    private static IEnumerable<(string Key, ImmutableArray<string> Ways)> Read(string file)
    {
        var (key, ways) = ("", new List<string>());
        foreach (var line in EmbeddedText.Lines(file).Append("# "))
        {
            if (!line.StartsWith('#'))
            {
                ways.Add(line);
                continue;
            }

            if (key.Length > 0) yield return (key, [.. ways]);
            (key, ways) = (line[1..].Trim(), []);
        }
    }
}
