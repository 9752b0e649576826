using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Http.Describing;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Analytics;

/// <summary>Which turns, and how to tell them apart.</summary>
/// <param name="From">Ended at or after. Default a week before the end.</param>
/// <param name="To">Ended before. Default now.</param>
/// <param name="SpeechToText">Understood by this provider.</param>
/// <param name="Reply">Answered by this provider.</param>
/// <param name="TextToSpeech">Spoken by this provider.</param>
public sealed record TurnsQuestion(
    [property: FromQuery(Name = "from")] DateTimeOffset? From = null,
    [property: FromQuery(Name = "to")] DateTimeOffset? To = null,
    [property: FromQuery(Name = "language"), OneOfWords(typeof(Language))] string? Language = null,
    [property: FromQuery(Name = "input"), OneOfWords(typeof(TurnInput))] string? Input = null,
    [property: FromQuery(Name = "outcome"), OneOfWords(typeof(TurnOutcome))] string? Outcome = null,
    [property: FromQuery(Name = "speech_to_text")] string? SpeechToText = null,
    [property: FromQuery(Name = "reply")] string? Reply = null,
    [property: FromQuery(Name = "text_to_speech")] string? TextToSpeech = null,
    [property: FromQuery(Name = "group_by"), OneOfWords(typeof(TurnGrouping))] string? GroupBy = null)
{
    private const int LongestProvider = 100;
    private const int MostHourlyDays = 31;
    private const int MostDays = 366;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>All words for a value of an enum, as addresses and answers have them.</summary>
    public static IReadOnlyList<string> WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    public InputErrors Check(DateTimeOffset now)
    {
        var (from, to) = Between(now);
        return new InputErrors()
            .Require(from < to, To is null ? "from" : "to", To is null ? "must not lie in the future." : "must be later than from.")
            .Require(IsWord<Language>(Language), "language", Allowed<Language>())
            .Require(IsWord<TurnInput>(Input), "input", Allowed<TurnInput>())
            .Require(IsWord<TurnOutcome>(Outcome), "outcome", Allowed<TurnOutcome>())
            .Require(IsWord<TurnGrouping>(GroupBy), "group_by", Allowed<TurnGrouping>())
            .Require(IsProvider(SpeechToText), "speech_to_text", ProviderAllowed)
            .Require(IsProvider(Reply), "reply", ProviderAllowed)
            .Require(IsProvider(TextToSpeech), "text_to_speech", ProviderAllowed)
            .Require(GroupBy is not "hour" || to - from <= TimeSpan.FromDays(MostHourlyDays), "from", $"must be at most {MostHourlyDays} days before to, hour by hour.")
            .Require(GroupBy is not "day" || to - from <= TimeSpan.FromDays(MostDays), "from", $"must be at most {MostDays} days before to, day by day.");
    }

    /// <summary>The slice that a question, which has been checked, is about.</summary>
    public TurnSlice Slice(DateTimeOffset now)
    {
        var (from, to) = Between(now);
        return new(from, to, Read<Language>(Language), Read<TurnInput>(Input), Read<TurnOutcome>(Outcome), SpeechToText, Reply, TextToSpeech);
    }

    public TurnGrouping? Grouping() => Read<TurnGrouping>(GroupBy);

    private (DateTimeOffset From, DateTimeOffset To) Between(DateTimeOffset now)
    {
        var to = To ?? now;
        return (From ?? (to - DateTimeOffset.MinValue > Week ? to - Week : DateTimeOffset.MinValue), to);
    }

    private static bool IsWord<T>(string? word)
        where T : struct, Enum => word is null || WordsOf<T>().Contains(word, StringComparer.Ordinal);

    private static T? Read<T>(string? word)
        where T : struct, Enum => word is null ? null : Enum.GetValues<T>()[WordsOf<T>().ToList().IndexOf(word)];

    private static string Allowed<T>()
        where T : struct, Enum => $"must be one of {string.Join(", ", WordsOf<T>())}.";

    private static bool IsProvider(string? name) => name is null or { Length: > 0 and <= LongestProvider };

    private static string ProviderAllowed => $"must be a provider's name, of 1 to {LongestProvider} characters.";
}
