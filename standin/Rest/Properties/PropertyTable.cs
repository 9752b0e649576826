using System.Collections;
using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Rest.Properties;

/// <summary>Says what is wrong with a property's value, or null.</summary>
internal delegate string? PropertyRule(string name, JsonNode? value);

/// <summary>
/// The properties an object may have, each with its rule and default. Daily's bodies are closed: a name that is not
/// listed is refused, which is how a misspelt or invented property is noticed before it reaches the real Daily.
/// </summary>
internal sealed class PropertyTable : IEnumerable<string>
{
    private readonly Dictionary<string, (PropertyRule Rule, JsonNode? Default)> _properties = [];

    public void Add(string name, PropertyRule rule) => Add(name, rule, null);

    public void Add(string name, PropertyRule rule, JsonNode? defaultValue) => _properties[name] = (rule, defaultValue);

    public bool Knows(string name) => _properties.ContainsKey(name);

    /// <summary>The <c>info</c> of the refusal for the first thing wrong with <paramref name="given"/>, or null.</summary>
    /// <param name="given">The object as received.</param>
    /// <param name="nullClears">Whether null stands for "back to the default", as in an update.</param>
    public string? Problem(JsonObject given, bool nullClears = false)
    {
        foreach (var (name, value) in given)
        {
            if (!_properties.TryGetValue(name, out var property)) return $"invalid property name '{name}'";
            if (value is null && nullClears) continue;
            if (property.Rule(name, value) is { } problem) return problem;
        }

        return null;
    }

    /// <summary>Lays <paramref name="given"/> over <paramref name="current"/> and keeps only what differs from the defaults.</summary>
    public JsonObject Merge(JsonObject current, JsonObject given)
    {
        var merged = current.DeepClone().AsObject();
        foreach (var (name, value) in given)
        {
            if (value is null || JsonNode.DeepEquals(value, _properties[name].Default)) merged.Remove(name);
            else merged[name] = value.DeepClone();
        }

        return merged;
    }

    public IEnumerator<string> GetEnumerator() => _properties.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
