using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Numeroly.StandIn.Rest.Properties;

/// <summary>The kinds of values Daily's properties take.</summary>
internal static class Rule
{
    public static PropertyRule Boolean { get; } = When(v => Kind(v) is JsonValueKind.True or JsonValueKind.False, "a boolean");

    public static PropertyRule Number { get; } = When(v => Kind(v) is JsonValueKind.Number, "a number");

    public static PropertyRule UnixTime { get; } = When(v => WholeNumber(v) is >= 0, "a number of seconds since the unix epoch");

    public static PropertyRule Object { get; } = When(v => v is JsonObject, "an object");

    public static PropertyRule Anything { get; } = (_, _) => null;

    public static PropertyRule Whole(long atLeast, long atMost = long.MaxValue) =>
        When(v => WholeNumber(v) is { } n && n >= atLeast && n <= atMost,
            atMost == long.MaxValue ? $"an integer of at least {atLeast}" : $"an integer from {atLeast} to {atMost}");

    public static PropertyRule Text(int atMost = int.MaxValue) =>
        When(v => Kind(v) is JsonValueKind.String && v!.GetValue<string>().Length <= atMost,
            atMost == int.MaxValue ? "a string" : $"a string of at most {atMost} characters");

    public static PropertyRule Matching(Regex pattern, string expected) =>
        When(v => Kind(v) is JsonValueKind.String && pattern.IsMatch(v!.GetValue<string>()), expected);

    public static PropertyRule OneOf(params string[] allowed) =>
        When(v => Kind(v) is JsonValueKind.String && allowed.Contains(v!.GetValue<string>()), $"one of {string.Join(", ", allowed)}");

    public static PropertyRule ListOf(PropertyRule item, int atMost = int.MaxValue) => (name, value) =>
        value is not JsonArray list ? Mismatch(name, value, "an array") :
        list.Count > atMost ? $"{name} has {list.Count} entries but at most {atMost} are allowed" :
        list.Select(entry => item(name, entry)).FirstOrDefault(problem => problem is not null);

    public static PropertyRule ObjectOf(PropertyTable table) => (name, value) =>
        value is JsonObject inner ? table.Problem(inner) : Mismatch(name, value, "an object");

    public static PropertyRule Either(PropertyRule one, PropertyRule other) => (name, value) =>
        one(name, value) is null ? null : other(name, value);

    public static PropertyRule OrNull(PropertyRule rule) => (name, value) => value is null ? null : rule(name, value);

    /// <summary>A value that is a whole number, also when written as <c>3.0</c>.</summary>
    public static long? WholeNumber(JsonNode? value) =>
        value is JsonValue given && given.TryGetValue<decimal>(out var number)
        && decimal.Truncate(number) == number && Math.Abs(number) < long.MaxValue ? (long)number : null;

    private static PropertyRule When(Func<JsonNode?, bool> fits, string expected) =>
        (name, value) => fits(value) ? null : Mismatch(name, value, expected);

    private static string Mismatch(string name, JsonNode? value, string expected)
    {
        var shown = Kind(value) is JsonValueKind.String ? value!.GetValue<string>() : JsonAnswer.Text(value);
        return $"{name} was '{shown}' but should be {expected}";
    }

    private static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;
}
