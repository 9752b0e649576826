using System.Text.RegularExpressions;
using Numeroly.Assistant.Replying.Guiding.Wording;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Telling;

/// <summary>The texts speak to the person; here they speak of somebody else.</summary>
internal static partial class SpokenOfOthers
{
    private const int TimeoutMilliseconds = 1000;

    public static string Of(string text, Someone who, Language language) => language == Language.Vi
        ? Vietnamese().Replace(text, match => char.IsUpper(match.Value[0]) ? Spoken.Capital(who.Pronoun) : who.Pronoun)
        : English().Replace(text, ToThird);

    private static string ToThird(Match match)
    {
        var word = match.Value;
        var third = word.ToLowerInvariant() switch
        {
            "yourself" => "themselves",
            "yours" => "theirs",
            "your" => "their",
            "you are" => "they are",
            _ when match.Groups["object"].Success => match.Groups["object"].Value + " them",
            _ => "they",
        };
        return char.IsUpper(word[0]) ? Spoken.Capital(third) : third;
    }

    // Not the friend in "bạn bè", "người bạn", "bạn đồng hành".
    [GeneratedRegex(@"(?<!người )(?<!Người )\b[Bb]ạn\b(?! bè| mới| đồng hành| thân| đời| cũ)", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"\b([Yy]ourself|[Yy]ours|[Yy]our|(?<object>(asking|around|beside|for|to|of|with|because of|in|near|help|helps|makes|make|gives|give|spares|takes|saves|suit|suits|feeds|feed|lets|let|keeps|keep|weaken|need|needs|follow|follows|against|from|behind|about|without|than|between)) [Yy]ou|[Yy]ou)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex English();
}
