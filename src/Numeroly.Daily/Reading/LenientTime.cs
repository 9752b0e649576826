using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numeroly.Daily.Reading;

/// <summary>
/// Daily's ways of writing a moment: unix seconds as integer, float or text, milliseconds, or ISO 8601.
/// </summary>
internal static class LenientTime
{
    // The year 5138 in seconds, 1973 in milliseconds.
    private const double LeastMilliseconds = 100_000_000_000;

    private static readonly double Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static DateTimeOffset? Parse(string? text) =>
        LenientNumber.Parse(text) is { } number ? FromUnix(number)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime()
        : null;

    public static DateTimeOffset? FromUnix(double number)
    {
        var milliseconds = Math.Round(number < LeastMilliseconds ? number * 1000 : number);
        return milliseconds >= 0 && milliseconds <= Latest ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
    }
}

/// <summary>A moment, read leniently and written as whole unix seconds.</summary>
internal sealed class LenientMoment : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? LenientTime.Parse(reader.GetString())
        : LenientNumber.Read(ref reader) is { } number ? LenientTime.FromUnix(number)
        : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value!.Value.ToUnixTimeSeconds());
}

/// <summary>A length of time in seconds, read leniently and written as whole seconds.</summary>
internal sealed class LenientSeconds : JsonConverter<TimeSpan?>
{
    private static readonly double Longest = TimeSpan.FromDays(10_000).TotalSeconds;

    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LenientNumber.Read(ref reader) is { } seconds && Math.Abs(seconds) <= Longest
            ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000))
            : null;

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)value!.Value.TotalSeconds);
}
