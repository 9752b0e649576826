using System.Text.Json;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>Reads the library's events, whose form is nowhere promised: what is missing or of another kind is null.</summary>
internal static class EventReading
{
    public static JsonElement? Part(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var part) && part.ValueKind is not JsonValueKind.Null ? part : null;

    public static JsonElement? Part(this JsonElement? element, string name) => element?.Part(name);

    public static string? Text(this JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static string? Text(this JsonElement element, string name) => element.Part(name).Text();

    public static bool? Flag(this JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static ulong? Number(this JsonElement? element) => element is { ValueKind: JsonValueKind.Number } number && number.TryGetUInt64(out var value) ? value : null;

    public static double? Fraction(this JsonElement? element) => element is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    public static JsonElement? First(this JsonElement? element) => element is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0] : null;
}
