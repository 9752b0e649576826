using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Dates;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Remembering;

/// <summary>
/// Where a conversation stands, read off what was said in it and nothing else, so that any process can go on with it, and
/// also after another provider's answers.
/// </summary>
internal sealed class Recollection
{
    // Further back nobody remembers either; it also bounds the work for a conversation of hours.
    private const int LongestMemory = 60;
    private const int FactsMemory = 16;

    // The same turn is looked at for its facts, its subject and its language.
    private readonly Dictionary<string, Utterance> _understood = new(StringComparer.Ordinal);
    private readonly ReplyRequest _request;
    private readonly ImmutableArray<Said> _before;
    private readonly ImmutableArray<string> _told;

    public Recollection(ReplyRequest request)
    {
        _request = request;
        var isAnswer = request.Occasion == ReplyOccasion.Answer && request.Said.Length > 0 && request.Said[^1].Speaker == Speaker.User;
        _before = isAnswer ? request.Said[..^1] : request.Said;
        if (_before.Length > LongestMemory) _before = _before[^LongestMemory..];
        _told = [.. _before.Where(said => said.Speaker == Speaker.Assistant).Select(said => said.Heard ?? said.Text)];
        Now = Understood(isAnswer ? request.Said[^1].Text : "");
        Last = LastBefore(_before.Length);
        Turn = request.Said.Count(said => said.Speaker == Speaker.Assistant);
        Language = LanguageSpoken.In(Now) ?? (Turn > 0 && PreviousTurn() is { } previous ? LanguageSpoken.In(Understood(previous)) ?? request.Language : request.Language);
        (Name, BirthDate) = Known();
        Facts = Facts.Of(Now, SituationAt(_before.Length, BirthDate));
    }

    /// <summary>What the person just said.</summary>
    public Utterance Now { get; }

    public LastAnswer Last { get; }

    /// <summary>What the person said the turn before.</summary>
    public Utterance? Before => PreviousTurn() is { } text ? Understood(text) : null;

    /// <summary>How often the assistant has spoken so far.</summary>
    public int Turn { get; }

    /// <summary>To answer in.</summary>
    public Language Language { get; }

    /// <summary>Known before what was just said.</summary>
    public string? Name { get; }

    public DateOnly? BirthDate { get; }

    /// <summary>What was just learnt.</summary>
    public Facts Facts { get; }

    public DateOnly Today => _request.Today;

    /// <summary>What the conversation's reading says by itself.</summary>
    public Reading? Reading => _request.Reading;

    /// <summary>Whether the person has heard this sentence.</summary>
    public bool WasTold(string sentence) => _told.Any(text => text.Contains(sentence, StringComparison.Ordinal));

    /// <summary>Whether the assistant used these words in its last answers.</summary>
    public bool WasJustSaid(string words, int answers) => _told.TakeLast(answers).Any(text => text.Contains(words, StringComparison.Ordinal));

    /// <summary>The subject talked about last.</summary>
    public Subject? Topic()
    {
        for (var index = _before.Length - 1; index >= 0 && index >= _before.Length - 10; index--)
        {
            var said = _before[index];
            var text = said.Speaker == Speaker.Assistant ? string.Join(' ', Sentences.Of(said.Text).Where(sentence => !sentence.EndsWith('?')).Take(2)) : said.Text;
            if (Understood(text).Subjects is [var subject, ..] && subject != Subject.Overview) return subject;
        }

        return null;
    }

    /// <summary>The side of life the person asked about last, unless they asked for something else since.</summary>
    public Aspect? LastAspect()
    {
        for (var index = _before.Length - 1; index >= 0 && index >= _before.Length - 4; index--)
        {
            if (_before[index].Speaker != Speaker.User) continue;
            var said = Understood(_before[index].Text);
            if (said.Aspects is [var aspect, ..]) return aspect;
            if (!said.Subjects.IsEmpty) return null;
        }

        return null;
    }

    /// <summary>Somebody else who was spoken of before, with a birth date.</summary>
    public Other? OtherBefore(Relation? relation)
    {
        for (var index = _before.Length - 1; index >= 0 && index >= _before.Length - FactsMemory; index--)
            if (_before[index].Speaker == Speaker.User
                && Facts.Of(Understood(_before[index].Text), SituationAt(index, BirthDate)).Other is { BirthDate: not null } other
                && (relation is null || other.Relation == relation || other.Relation == Relation.Someone || relation is Relation.He or Relation.She or Relation.Someone or Relation.Child)) return other;
        return null;
    }

    // What the reading does not know may have been said in a turn that was saved before the reading was.
    private (string? Name, DateOnly? BirthDate) Known()
    {
        var (name, date) = (string.IsNullOrWhiteSpace(_request.Reading?.Name) ? null : _request.Reading.Name.Trim(), _request.Reading?.BirthDate);
        if (date > _request.Today) date = null;
        for (var index = _before.Length - 1; index >= 0 && index >= _before.Length - FactsMemory && (name is null || date is null); index--)
        {
            if (_before[index].Speaker != Speaker.User) continue;
            var facts = Facts.Of(Understood(_before[index].Text), SituationAt(index, date));
            name ??= facts.Name;
            date ??= (facts.Date as DateOutcome.Known)?.Date;
        }

        return (name, date);
    }

    private Situation SituationAt(int index, DateOnly? knownDate)
    {
        var last = index == _before.Length ? Last : LastBefore(index);
        var about = last.Offer is { } offer && offer.Relations is [var relation, ..] ? relation.Relation : Relation.Someone;
        var wasTold = knownDate is { } date && (last.Text.Contains(SpokenDate.Of(date, Language.Vi), StringComparison.Ordinal) || last.Text.Contains(SpokenDate.Of(date, Language.En), StringComparison.Ordinal));
        return new(Language, _request.Today, last.Asked, about, IsDate(last.Asked) ? EarlierDate(index) : null, knownDate, wasTold);
    }

    private static bool IsDate(Question? asked) => asked is Question.BirthDate or Question.BirthYear or Question.OtherBirthDate or Question.WhichDate;

    private DateMention? EarlierDate(int index)
    {
        DateMention? earlier = null;
        var turns = 0;
        for (var at = index - 1; at >= 0 && turns < 3; at--)
        {
            if (_before[at].Speaker == Speaker.Assistant && at < index - 1 && !IsDate(LastAnswer.Of(_before[at]).Asked)) break;
            if (_before[at].Speaker != Speaker.User) continue;
            turns++;
            var mentions = DateReader.Read(Understood(_before[at].Text).Words, _request.Today, isAsked: true);
            if (mentions.IsEmpty) continue;
            earlier = earlier is null ? mentions[0] : earlier.Over(mentions[0]);
            if (earlier.IsComplete) break;
        }

        return earlier;
    }

    private LastAnswer LastBefore(int index)
    {
        for (var at = index - 1; at >= 0 && at >= index - 3; at--)
            if (_before[at].Speaker == Speaker.Assistant) return LastAnswer.Of(_before[at]);
        return LastAnswer.None;
    }

    private Utterance Understood(string text)
    {
        if (!_understood.TryGetValue(text, out var utterance)) _understood[text] = utterance = Utterance.Of(text);
        return utterance;
    }

    private string? PreviousTurn() => _before.LastOrDefault(said => said.Speaker == Speaker.User)?.Text;
}
