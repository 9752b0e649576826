using Numeroly.Numerology;
using Numeroly.Numerology.Peaking;

namespace Numeroly.Assistant.Replying.Guiding.Telling;

/// <summary>A person's numbers, counted as the app counts them.</summary>
internal sealed class Numbers
{
    // Phillips has no challenges, but people ask for them, and they change no other number.
    private static readonly ReadingOptions Options = ReadingOptions.Default with { Challenges = ChallengeMode.Always };

    // One answer looks at the same numbers many times.
    private readonly Dictionary<(string?, DateOnly?, DateOnly), Reading?> _counted = [];

    /// <returns>Null when there is nothing to count from. A name without Latin letters is passed over.</returns>
    public Reading? Of(string? name, DateOnly? birthDate, DateOnly on)
    {
        if (!_counted.TryGetValue((name, birthDate, on), out var reading)) _counted[(name, birthDate, on)] = reading = Count(name, birthDate, on);
        return reading;
    }

    private static Reading? Count(string? name, DateOnly? birthDate, DateOnly on)
    {
        var date = birthDate <= on ? birthDate : null;
        return (Numerology.Reading.Of(new Person(name, date), on, Options) as ReadingOutcome.Complete)?.Reading
            ?? (Numerology.Reading.Of(new Person(null, date), on, Options) as ReadingOutcome.Complete)?.Reading;
    }
}
