using System.Collections.Immutable;
using Numeroly.Numerology.Births;
using Numeroly.Numerology.Deriving;
using Numeroly.Numerology.Names;

namespace Numeroly.Numerology;

/// <summary>All numbers of a person on a day: those of the birth date, those of the name, those of both, as far as each is known.</summary>
public sealed record Reading(
    Person Person,
    DateOnly On,
    ReadingOptions Options,
    BirthNumbers? Birth,
    NameNumbers? Name,
    JointNumbers? Joint,
    ImmutableArray<KarmicDebts.Debt> KarmicDebts)
{
    /// <summary>Every number that stands by itself, in the order one would tell them; peaks, challenges, cycles and charts are apart.</summary>
    public IEnumerable<Number> Numbers =>
    [
        .. Birth?.Numbers ?? [],
        .. Name?.Core ?? [],
        .. Joint?.Numbers ?? [],
        .. Name?.Others ?? [],
        .. KarmicDebts.Select(debt => debt.Number),
    ];

    /// <summary>Reads a person's numbers.</summary>
    /// <param name="on">The day for which personal year, month and day are counted: today where the person is.</param>
    /// <returns>The reading, or why there is none: <see cref="RefusalKind"/>.</returns>
    public static ReadingOutcome Of(Person person, DateOnly on, ReadingOptions? options = null)
    {
        var chosen = options ?? ReadingOptions.Default;
        var written = string.IsNullOrWhiteSpace(person.Name) ? null : person.Name;
        if (written is null && person.BirthDate is null)
            return new ReadingOutcome.Refused(new(RefusalKind.NothingToRead, "A name or a birth date is needed."));
        if (person.BirthDate is { } date && BirthDates.RefusalOf(date, on) is { } refusal) return new ReadingOutcome.Refused(refusal);

        var name = written is null ? null : PersonName.Read(written, chosen.Y, chosen.VowelOverrides);
        if (written is not null && name is null) return WithoutLetters(written);
        var daily = string.IsNullOrWhiteSpace(person.DailyName) ? name?.GivenName(chosen.GivenNameWords) : PersonName.Read(person.DailyName, chosen.Y);
        if (daily is null && person.DailyName is { } dailyName && name is not null) return WithoutLetters(dailyName);

        var birthNumbers = person.BirthDate is { } born ? BirthNumbers.Of(born, on, chosen) : null;
        var nameNumbers = name is null ? null : NameNumbers.Of(name, daily ?? name, chosen);
        return new ReadingOutcome.Complete(new(
            person,
            on,
            chosen,
            birthNumbers,
            nameNumbers,
            birthNumbers is null || nameNumbers is null ? null : JointNumbers.Of(birthNumbers, nameNumbers, chosen),
            Deriving.KarmicDebts.Of(person.BirthDate, nameNumbers?.Totals ?? [], chosen.KarmicDebtInAttitude)));
    }

    private static ReadingOutcome.Refused WithoutLetters(string name) =>
        new(new(RefusalKind.NameWithoutLetters, $"The name \"{name}\" has no letter from A to Z."));
}

/// <summary>A reading or the reason why there is none.</summary>
public abstract record ReadingOutcome
{
    public sealed record Complete(Reading Reading) : ReadingOutcome;

    public sealed record Refused(Refusal Refusal) : ReadingOutcome;
}
