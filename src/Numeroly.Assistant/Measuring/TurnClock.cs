using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Measuring;

/// <summary>Takes the times of one turn, all from the end of the person's speech. Each stage is stamped once, by whoever reaches it first.</summary>
public sealed class TurnClock(TurnInput input, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _gate = new();
    private double? _understood;
    private double? _firstWords;
    private double? _firstSound;
    private double? _audible;

    public Guid TurnId { get; } = Guid.CreateVersion7();

    public TurnInput Input => input;

    public double? SpokenSeconds { get; init; }

    public string? SpeechToText { get; set; }

    public string? Reply { get; set; }

    public string? TextToSpeech { get; set; }

    public bool IsAudible => _audible is not null;

    public void Understood() => Stamp(ref _understood);

    public void FirstWords() => Stamp(ref _firstWords);

    public void FirstSound() => Stamp(ref _firstSound);

    public void Audible() => Stamp(ref _audible);

    public TurnMeasured Measured(TurnOutcome outcome, Guid? answer, DateTimeOffset now) => new(
        TurnId, answer, input, outcome, SpokenSeconds, _understood, _firstWords, _firstSound, _audible, SpeechToText, Reply, TextToSpeech, now);

    private void Stamp(ref double? stage)
    {
        lock (_gate) stage ??= Math.Round(time.GetElapsedTime(_start).TotalMilliseconds, 1);
    }
}
