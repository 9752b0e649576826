using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Remembering;
using Numeroly.Assistant.Replying.Guiding.Telling;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Assistant.Replying.Guiding.Wording;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding;

/// <summary>What an answer is made with: what is remembered, what is meant now, and how things are said.</summary>
internal sealed record Talk(Recollection Memory, Utterance Said, string? Name, DateOnly? BirthDate, bool IsOffer = false)
{
    private readonly Numbers _numbers = new();
    private readonly Dictionary<(Subject, Someone, string?, DateOnly?), ImmutableArray<Chapter>> _chapters = [];

    private const int Recently = 3;

    public Language Language => Memory.Language;

    public DateOnly Today => Memory.Today;

    public string Call => CallName.Of(Name);

    public Someone Self => Someone.Self(Language);

    public Talk(Recollection memory)
        : this(memory, memory.Now, memory.Name, memory.BirthDate)
    {
    }

    /// <summary>One of the ways to say it: another each turn, and none that was just used.</summary>
    public string Say(string key, params IReadOnlyList<(string Place, string Value)> values)
    {
        var ways = Phrasebook.Of(Language)[key];
        IReadOnlyList<(string, string)> all = values.Any(value => value.Place == "name") ? values : [.. values, ("name", Call)];
        for (var step = 0; step < ways.Length; step++)
        {
            var filled = Phrasebook.Fill(ways[(Memory.Turn + step) % ways.Length], all);
            if (!Memory.WasJustSaid(filled, Recently)) return filled;
        }

        return Phrasebook.Fill(ways[Memory.Turn % ways.Length], all);
    }

    /// <summary>Whether the last answer was one of this kind.</summary>
    public bool JustSaid(string key) => Phrasebook.Of(Language)[key].Any(way => Memory.WasJustSaid(Phrasebook.Fill(way, [("name", Call)]), 1));

    /// <summary>Whether it was said in the last few answers, in any of its ways.</summary>
    public bool SaidLately(string key, params IReadOnlyList<(string Place, string Value)> values) =>
        Phrasebook.Of(Language)[key].Any(way => Memory.WasJustSaid(Phrasebook.Fill(way, [.. values, ("name", Call)]), Recently));

    public ImmutableArray<Chapter> Chapters(Subject subject) => ChaptersOf(subject, Self, Name, BirthDate);

    public ImmutableArray<Chapter> ChaptersOf(Subject subject, Someone who, string? name, DateOnly? birthDate)
    {
        if (!_chapters.TryGetValue((subject, who, name, birthDate), out var chapters)) _chapters[(subject, who, name, birthDate)] = chapters = Count(subject, who, name, birthDate);
        return chapters;
    }

    private ImmutableArray<Chapter> Count(Subject subject, Someone who, string? name, DateOnly? birthDate) =>
        TellerOf(who, name, birthDate, subject switch
        {
            Subject.NextYear => Today.Year < 9999 ? new DateOnly(Today.Year + 1, 1, 1) : Today,
            Subject.NextMonth => new DateOnly(Today.Year, Today.Month, 1).AddMonths(1),
            Subject.Tomorrow => Today.AddDays(1),
            _ => Today,
        }).Of(subject);

    public Numerology.Reading? NumbersOf(string? name, DateOnly? birthDate) => _numbers.Of(name, birthDate, Today);

    public Chapter ChapterOf(Numerology.NumberKey key, int value, Someone? who = null) => TellerOf(who ?? Self, Name, BirthDate, Today).OfValue(key, value);

    private Chapters TellerOf(Someone who, string? name, DateOnly? birthDate, DateOnly on) => new(_numbers.Of(name, birthDate, on), who, Language, (key, values) => Say(key, values));
}
