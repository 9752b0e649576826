using System.Globalization;
using System.Text.Json;
using Numeroly.Numerology.Births;

namespace Numeroly.Assistant.Replying.Models.Consulting;

/// <summary>What a model gives to a tool, which may be anything.</summary>
internal sealed class ToolArguments(IDictionary<string, object?>? given)
{
    private const int LongestName = 200;

    /// <summary>A text, or null when there is none.</summary>
    /// <exception cref="ToolRefusedException">It is no text, or too long.</exception>
    public string? Text(string name)
    {
        var value = given is not null && given.TryGetValue(name, out var found) ? found : null;
        var text = value switch
        {
            null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
            string plain => plain,
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
            JsonElement { ValueKind: JsonValueKind.Number } json => json.GetRawText(),
            _ => throw new ToolRefusedException($"{name} has to be a text."),
        };
        if (text?.Length > LongestName) throw new ToolRefusedException($"{name} is too long.");
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>A day of the calendar, or null when there is none.</summary>
    /// <exception cref="ToolRefusedException">It is not written as asked, or there is no such day.</exception>
    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text) return null;
        var parts = text.Split('-');
        if (parts.Length != 3 || parts[0].Length != 4 || !parts.All(part => part.All(char.IsAsciiDigit) && part.Length is > 0 and <= 4))
            throw new ToolRefusedException($"{name} has to be written as YYYY-MM-DD with a year of four digits. If the person did not say the whole date, ask them.");
        var (date, refusal) = BirthDates.From(Number(parts[2]), Number(parts[1]), Number(parts[0]));
        return date ?? throw new ToolRefusedException($"{refusal!.Detail} Ask the person again.");
    }

    public int? Value(string name) => Text(name) is { } text
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new ToolRefusedException($"{name} has to be a whole number.")
        : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>A tool cannot do what it was asked; the message is for the model.</summary>
internal sealed class ToolRefusedException(string message) : Exception(message);
