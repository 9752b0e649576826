using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Http;

/// <summary>Says of a request that could not even be read which field is wrong, and what is allowed there.</summary>
internal static partial class UnreadableInput
{
    private static readonly FrozenDictionary<string, Type> Enums = typeof(Language).Assembly.GetTypes()
        .Where(type => type.IsEnum)
        .ToFrozenDictionary(type => type.FullName!, StringComparer.Ordinal);

    public static ProblemAnswer Answer(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => ProblemAnswer.Of(ProblemType.TooLarge, $"A request body holds at most {Limits.BodyBytes} bytes."),
        StatusCodes.Status415UnsupportedMediaType => ProblemAnswer.Of(ProblemType.UnsupportedMediaType, "Send the body as application/json."),
        _ when bad.InnerException is JsonException json => Json(json),
        _ when Parameter().Match(bad.Message) is { Success: true } match => InputErrors.One(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(match.Groups["name"].Value), $"must be {Describe(match.Groups["type"].Value)}."),
        _ => InputErrors.One("body", "is missing or not readable."),
    };

    /// <summary>What a JSON reader said of a body, when only its words are left.</summary>
    public static ProblemAnswer Json(string message) => Json(
        message,
        isMalformed: !message.Contains("could not be converted", StringComparison.Ordinal),
        PathIn().Match(message) is { Success: true } match ? match.Groups["path"].Value : null);

    private static ProblemAnswer Json(JsonException fault) => Json(fault.Message, fault.InnerException is JsonException, fault.Path);

    private static ProblemAnswer Json(string message, bool isMalformed, string? path)
    {
        if (message.Contains("missing required properties", StringComparison.Ordinal))
            return InputErrors.One(Missing().Match(message) is { Success: true } missing ? missing.Groups["name"].Value : "body", "is required.");
        if (isMalformed) return InputErrors.One("body", "must be valid JSON.");
        if (path is not { Length: > 2 }) return InputErrors.One("body", "must be a JSON object of the described form.");
        var type = Target().Match(message) is { Success: true } target ? target.Groups["type"].Value : "";
        return InputErrors.One(path.TrimStart('$', '.'), $"must be {Describe(type)}.");
    }

    private static string Describe(string type)
    {
        var plain = type.Replace("System.Nullable`1[", "").TrimEnd(']', '?');
        if (Enums.TryGetValue(plain, out var values))
            return $"one of {string.Join(", ", Enum.GetNames(values).Select(name => $"'{JsonNamingPolicy.SnakeCaseLower.ConvertName(name)}'"))}";
        return plain.Split('<', '.')[^1].TrimEnd('>', '?').ToLowerInvariant() switch
        {
            "int" or "int32" or "long" or "int64" => "a whole number",
            "double" => "a number",
            "guid" => "a UUID",
            "string" => "text",
            "dateonly" => "a date such as 1990-05-17",
            "datetimeoffset" => "a time with offset such as 2026-01-31T10:00:00Z",
            _ => "of the described type",
        };
    }

    [GeneratedRegex("""parameter "(?<type>.+) (?<name>\w+)" from""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"Path: (?<path>\S+) \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathIn();

    [GeneratedRegex(@"converted to (?<type>[^\s]+)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Target();

    [GeneratedRegex("including: '(?<name>\\w+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}
