using Microsoft.Extensions.AI;
using Numeroly.Assistant.Replying.Models.Prompting;
using Numeroly.Numerology;
using Numeroly.Numerology.Explaining;
using Numbers = Numeroly.Numerology.Reading;
using PersonReading = Numeroly.Events.Conversations.Reading;
using TextLanguage = Numeroly.Numerology.Explaining.Language;

namespace Numeroly.Assistant.Replying.Models.Consulting;

/// <summary>Answers the tool calls of one reply from the numbers. Whatever a model asks, it gets a text it can go on with.</summary>
internal sealed class Consultation(ReplyRequest request)
{
    private readonly TextLanguage _language = PersonFacts.Texts(request.Language);

    /// <summary>Whom the numbers are about, as far as is known by now.</summary>
    public PersonReading? Person { get; private set; } = request.Reading;

    public string Answer(FunctionCallContent call)
    {
        if (call.Exception is not null) return "Refused: the arguments are not JSON.";
        var arguments = new ToolArguments(call.Arguments);
        try
        {
            return call.Name switch
            {
                NumerologyTools.NumbersOf => PersonFacts.Of(ReadingOf(arguments.Text("name"), arguments.Date("birth_date")), request.Language),
                NumerologyTools.Explain => Explained(KeyOf(arguments.Text("number_key")), arguments.Value("value")),
                NumerologyTools.Compare => Compared(Needed(arguments, "birth_date_a"), Needed(arguments, "birth_date_b")),
                NumerologyTools.RememberPerson => Remembered(arguments.Text("name"), arguments.Date("birth_date")),
                _ => $"Refused: there is no tool {call.Name}.",
            };
        }
        catch (ToolRefusedException refusal)
        {
            return $"Refused: {refusal.Message}";
        }
    }

    private string Remembered(string? name, DateOnly? birthDate)
    {
        if (name is null && birthDate is null) throw new ToolRefusedException("a name or a birth date is needed.");
        var person = new PersonReading(name ?? Person?.Name, birthDate ?? Person?.BirthDate);
        var numbers = ReadingOf(person.Name, person.BirthDate);
        Person = person;
        return PersonFacts.Of(numbers, request.Language);
    }

    private string Explained(NumberKey key, int? value)
    {
        if (value is { } told)
        {
            return key.Values().Contains(told)
                ? Text(Explanations.Of(key, told, _language), $"{told}")
                : throw new ToolRefusedException($"{key.Text()} can only be one of {string.Join(", ", key.Values())}.");
        }

        if (Person is null) throw new ToolRefusedException("nothing is known of the person yet: ask for name and birth date, or give a value.");
        var own = Own(ReadingOf(Person.Name, Person.BirthDate)).Where(number => number.Key == key).ToList();
        return own.Count == 0
            ? throw new ToolRefusedException($"the person has no {key.Text()}, or it needs a name or a birth date that is not known.")
            : string.Join("\n\n", own.Select(number => Text(Explanations.Of(number, _language), number.Display) + (number.Working.IsDefaultOrEmpty ? string.Empty : $"\n({string.Join("; ", number.Working)})")));
    }

    private string Compared(DateOnly a, DateOnly b)
    {
        var (one, other) = (ReadingOf(null, a).Birth!, ReadingOf(null, b).Birth!);
        var pairs = one.Numbers.Append(one.Cycles.Year).Zip(
            other.Numbers.Append(other.Cycles.Year),
            (first, second) => $"{(first.Value == second.Value ? "same" : "different")}\nA {PersonFacts.Line(first, _language)}\nB {PersonFacts.Line(second, _language)}");
        return string.Join("\n\n", pairs);
    }

    private static IEnumerable<Number> Own(Numbers reading) =>
    [
        .. reading.Numbers,
        .. reading.Birth is { } birth
            ? (IEnumerable<Number>)[birth.Cycles.UniversalYear, birth.Cycles.Year, birth.Cycles.Month, birth.Cycles.Day, .. birth.Peaks.Select(peak => peak.Number), .. birth.Challenges.Select(challenge => challenge.Number), .. birth.Chart.Isolated]
            : [],
    ];

    private Numbers ReadingOf(string? name, DateOnly? birthDate) => Numbers.Of(new Person(name, birthDate), request.Today) switch
    {
        ReadingOutcome.Complete complete => complete.Reading,
        ReadingOutcome.Refused refused => throw new ToolRefusedException($"{PlainText.Of(refused.Refusal.Detail, 300)} Ask the person again."),
        _ => throw new InvalidOperationException("A reading is complete or refused."),
    };

    private static DateOnly Needed(ToolArguments arguments, string name) =>
        arguments.Date(name) ?? throw new ToolRefusedException($"{name} is needed.");

    private static NumberKey KeyOf(string? text) => NumberKeys.All.Where(key => key.Text() == text).Select(key => (NumberKey?)key).SingleOrDefault()
        ?? throw new ToolRefusedException($"number_key has to be one of {string.Join(", ", NumberKeys.All.Select(key => key.Text()))}.");

    private static string Text(Explanation explanation, string display) =>
        $"{explanation.Name} {display}, {explanation.Title}. {explanation.Summary}\n{string.Join('\n', explanation.Meaning)}";
}
