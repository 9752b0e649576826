using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Numeroly.Api.Analytics;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.CommandLine;

/// <summary><c>numeroly turns</c>: how long people waited for answers.</summary>
public static class TurnsCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static Command Create()
    {
        var since = new Option<TimeSpan>("--since") { Description = "How far to look back: 90m, 24h, 7d, 4w.", CustomParser = ReadAgo, DefaultValueFactory = _ => TimeSpan.FromDays(7) };
        var until = new Option<TimeSpan>("--until") { Description = "Until how long ago, likewise. Default: now.", CustomParser = ReadAgo, DefaultValueFactory = _ => TimeSpan.Zero };
        var language = Words<Language>("--language", "Only conversations in this language.");
        var input = Words<TurnInput>("--input", "Only turns that came about so.");
        var outcome = Words<TurnOutcome>("--outcome", "Only turns that ended so.");
        var speechToText = new Option<string?>("--speech-to-text") { Description = "Only turns that this provider understood." };
        var reply = new Option<string?>("--reply") { Description = "Only turns that this provider answered." };
        var textToSpeech = new Option<string?>("--text-to-speech") { Description = "Only turns that this provider spoke." };
        var groupBy = Words<TurnGrouping>("--group-by", "Tell turns apart by this. Days and hours are Vietnam's.");
        var json = new Option<bool>("--json") { Description = "For programs: what GET /analytics/turns answers." };
        var command = new Command("turns", "How long people waited for answers, from the end of what they said to each stage of the answer.")
        {
            since, until, language, input, outcome, speechToText, reply, textToSpeech, groupBy, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var question = new TurnsQuestion(
                now - parsed.GetRequiredValue(since),
                now - parsed.GetRequiredValue(until),
                parsed.GetValue(language),
                parsed.GetValue(input),
                parsed.GetValue(outcome),
                parsed.GetValue(speechToText),
                parsed.GetValue(reply),
                parsed.GetValue(textToSpeech),
                parsed.GetValue(groupBy));
            if (question.Check(now).Any(out var invalid))
            {
                await Console.Error.WriteLineAsync(invalid.Problem.Detail);
                return 2;
            }

            await using var database = StoreCommand.Open();
            var turns = await new TurnStatistics(database.Pool).MeasureAsync(question.Slice(now), question.Grouping(), cancellation);
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(turns, Json));
            else new TurnsTables(turns).Write();
            return 0;
        });
        return command;
    }

    private static Option<string?> Words<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong([.. TurnsQuestion.WordsOf<T>()]);
        return option;
    }

    private static TimeSpan ReadAgo(ArgumentResult told)
    {
        var text = told.Tokens[0].Value;
        if (text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 10_000)
        {
            switch (text[^1])
            {
                case 'm': return TimeSpan.FromMinutes(count);
                case 'h': return TimeSpan.FromHours(count);
                case 'd': return TimeSpan.FromDays(count);
                case 'w': return TimeSpan.FromDays(7 * count);
            }
        }

        told.AddError($"'{text}' is no length of time such as 90m, 24h, 7d or 4w.");
        return default;
    }
}
