using System.Text.Json;
using Microsoft.Extensions.AI;
using Numeroly.Numerology;

namespace Numeroly.Assistant.Replying.Models.Consulting;

/// <summary>The tools a model has, as they are described to it.</summary>
internal static class NumerologyTools
{
    public const string NumbersOf = "numbers_of";
    public const string Explain = "explain";
    public const string Compare = "compare";
    public const string RememberPerson = "remember_person";

    private const string Name = """{"type":"string","description":"Full name in the person's own spelling and order"}""";
    private const string Date = """{"type":"string","description":"Gregorian birth date as YYYY-MM-DD"}""";

    public static IReadOnlyList<AITool> All { get; } =
    [
        Tool(NumbersOf, "All numbers of somebody, with workings. For other people than the one you talk with. Name or birth date may be missing.", ["name", "birth_date"], [], Name, Date),
        Tool(
            Explain,
            "What a number means, in full. Without a value: the number of the person you talk with.",
            ["number_key", "value"],
            ["number_key"],
            JsonSerializer.Serialize(new { type = "string", @enum = NumberKeys.All.Select(key => key.Text()) }),
            """{"type":"integer","description":"The value to explain, such as 7 or 11; leave out for the person's own"}"""),
        Tool(Compare, "Two people's numbers side by side.", ["birth_date_a", "birth_date_b"], ["birth_date_a", "birth_date_b"], Date, Date),
        Tool(RememberPerson, "Keeps the name or birth date the person has said of themselves, and gives their numbers. What is left out stays as it was.", ["name", "birth_date"], [], Name, Date),
    ];

    private static AIFunctionDeclaration Tool(string name, string description, string[] parameters, string[] required, params string[] schemas)
    {
        var properties = parameters.Zip(schemas, (parameter, schema) => $"\"{parameter}\":{schema}");
        var schema = $$"""{"type":"object","properties":{{{string.Join(',', properties)}}},"required":{{JsonSerializer.Serialize(required)}},"additionalProperties":false}""";
        return AIFunctionFactory.CreateDeclaration(name, description, JsonElement.Parse(schema));
    }
}
