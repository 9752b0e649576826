using System.Diagnostics;
using System.Diagnostics.Metrics;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Measuring;

/// <summary>What the assistant tells by OpenTelemetry: how long people wait, stage by stage, and what failed.</summary>
public static class AssistantTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Numeroly.Assistant";

    public static ActivitySource Activities { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly UpDownCounter<int> Attended =
        Meter.CreateUpDownCounter<int>("numeroly.assistant.conversations", "{conversation}", "Conversations that this process attends now.");

    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("numeroly.assistant.turns", "{turn}", "Turns, by how they came about and ended.");

    private static readonly Histogram<double> Stages =
        Meter.CreateHistogram<double>("numeroly.assistant.turn.stage", "ms", "From the end of the person's speech until a stage of the answer.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("numeroly.assistant.provider.failures", "{failure}", "Failures of providers, by stage, name and kind.");

    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("numeroly.assistant.tokens", "{token}", "What answers took of models, by provider and direction.");

    public static void Arrived() => Attended.Add(1);

    public static void Left() => Attended.Add(-1);

    public static void Measured(TurnMeasured turn, Language language)
    {
        TagList about = new()
        {
            { "input", turn.Input.ToString() }, { "outcome", turn.Outcome.ToString() }, { "language", language.ToString() },
        };
        Turns.Add(1, about);
        Stage("understood", turn.UnderstoodAfterMs, turn.SpeechToText, about);
        Stage("first_words", turn.FirstWordsAfterMs, turn.Reply, about);
        Stage("first_sound", turn.FirstSoundAfterMs, turn.TextToSpeech, about);
        Stage("audible", turn.AudibleAfterMs, null, about);
    }

    public static void Failed(ProviderFailed failed) => Failures.Add(
        1, new("stage", failed.Stage.ToString()), new("provider", failed.Provider), new("failure", failed.Failure));

    /// <summary>An answer of a model that counts what it takes.</summary>
    public static void Used(string? provider, long inputTokens, long outputTokens)
    {
        Tokens.Add(inputTokens, new("provider", provider), new("direction", "input"));
        Tokens.Add(outputTokens, new("provider", provider), new("direction", "output"));
    }

    private static void Stage(string stage, double? milliseconds, string? provider, TagList about)
    {
        if (milliseconds is not { } took) return;
        about.Add("stage", stage);
        if (provider is not null) about.Add("provider", provider);
        Stages.Record(took, about);
    }
}
