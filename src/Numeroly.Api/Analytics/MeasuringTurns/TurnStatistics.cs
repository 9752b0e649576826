using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Analytics;

/// <summary>Counts turns and their waiting times, over any slice of them.</summary>
public sealed class TurnStatistics(NpgsqlDataSource database)
{
    private static readonly TurnOutcome[] Outcomes = Enum.GetValues<TurnOutcome>();
    private static readonly TurnStage[] Stages = Enum.GetValues<TurnStage>();

    private static readonly string Figures = string.Join(
        ",\n",
        [
            "count(*)",
            .. Outcomes.Select(outcome => $"count(*) filter (where outcome = '{Word(outcome)}')"),
            .. Stages.Select(stage => $"count({Column(stage)}), percentile_cont(array[0.5, 0.9, 0.95, 0.99, 1]) within group (order by {Column(stage)})"),
        ]);

    public async Task<TurnsView> MeasureAsync(TurnSlice slice, TurnGrouping? grouping, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
             with slice as (
                 select {Key(grouping)} as key, * from views.turns
                 where ended_at >= @from and ended_at < @to
                   and (@language::text is null or language = @language)
                   and (@input::text is null or input = @input)
                   and (@outcome::text is null or outcome = @outcome)
                   and (@speech_to_text::text is null or speech_to_text = @speech_to_text)
                   and (@reply::text is null or reply = @reply)
                   and (@text_to_speech::text is null or text_to_speech = @text_to_speech)
             )
             select grouping(key) = 1, key, {Figures}
             from slice
             group by grouping sets ((), (key))
             order by 1 desc, {(grouping is TurnGrouping.Day or TurnGrouping.Hour ? "key" : "count(*) desc, key")}
             """);
        command.Parameters.AddWithValue("from", slice.From.UtcDateTime);
        command.Parameters.AddWithValue("to", slice.To.UtcDateTime);
        Optional("language", slice.Language is { } language ? Word(language) : null);
        Optional("input", slice.Input is { } input ? Word(input) : null);
        Optional("outcome", slice.Outcome is { } outcome ? Word(outcome) : null);
        Optional("speech_to_text", slice.SpeechToText);
        Optional("reply", slice.Reply);
        Optional("text_to_speech", slice.TextToSpeech);

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation); // All together come first, even when there are none.
        var total = Read(reader);
        var groups = new List<TurnGroup>();
        while (grouping is not null && await reader.ReadAsync(cancellation))
            groups.Add(new(await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetString(1), Read(reader)));
        return new(slice, total, grouping, groups);

        void Optional(string name, string? value) => command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value });
    }

    // Vietnam is seven hours ahead all year.
    private static string Key(TurnGrouping? grouping) => grouping switch
    {
        null => "null::text",
        TurnGrouping.Day => "to_char(ended_at at time zone interval '7 hours', 'YYYY-MM-DD')",
        TurnGrouping.Hour => "to_char(ended_at at time zone interval '7 hours', 'YYYY-MM-DD\"T\"HH24\":00+07:00\"')",
        { } column => Word(column),
    };

    private static TurnFigures Read(NpgsqlDataReader row)
    {
        var next = 2;
        var count = row.GetInt64(next++);
        var outcomes = Outcomes.Select(outcome => (outcome, Of: row.GetInt64(next++))).ToList();
        var stages = Stages.Select(stage => ReadStage(row, stage, ref next)).ToList();
        return new(count, [.. outcomes.Where(ended => ended.Of > 0).Select(ended => new OutcomeFigures(ended.outcome, ended.Of, (double)ended.Of / count))], stages);
    }

    private static StageFigures ReadStage(NpgsqlDataReader row, TurnStage stage, ref int next)
    {
        var count = row.GetInt64(next++);
        var column = next++;
        var at = row.IsDBNull(column) ? new double?[5] : [.. row.GetFieldValue<double[]>(column).Select(milliseconds => (double?)Math.Round(milliseconds, 1))];
        return new(stage, count, at[0], at[1], at[2], at[3], at[4]);
    }

    private static string Column(TurnStage stage) => $"{Word(stage)}_after_ms";

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
