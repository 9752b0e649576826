using Numeroly.Assistant.Replying.Guiding.Understanding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Guiding.Telling;

/// <summary>Who is spoken of.</summary>
/// <param name="Of">Whose: "của bạn" or "của chồng bạn"; "your" or "your husband's".</param>
/// <param name="Called">"Bạn", "chồng bạn"; "you", "your husband".</param>
/// <param name="Pronoun">What stands for them later: "bạn", "người ấy"; "you", "they".</param>
internal sealed record Someone(string Of, string Called, string Pronoun)
{
    public bool IsSelf => Pronoun is "bạn" or "you";

    public static Someone Self(Language language) => language == Language.Vi ? new("của bạn", "bạn", "bạn") : new("your", "you", "you");

    public static Someone Else(Relation relation, Language language)
    {
        var called = language == Language.Vi ? Vietnamese(relation) : English(relation);
        return language == Language.Vi ? new($"của {called}", called, called) : new(PossessiveOf(called), called is "they" ? "that person" : called, "they");
    }

    /// <summary>Anybody with this number.</summary>
    public static Someone OfNumber(int value, Language language) =>
        language == Language.Vi ? new($"của người số {value}", $"người số {value}", $"người số {value}") : new($"a {value}'s", $"{value}", "they");

    private static string PossessiveOf(string called) => called switch
    {
        "they" => "their",
        "he" => "his",
        "she" => "her",
        _ => $"{called}'s",
    };

    private static string Vietnamese(Relation relation) => relation switch
    {
        Relation.Husband => "chồng bạn",
        Relation.Wife => "vợ bạn",
        Relation.Partner => "người yêu bạn",
        Relation.Boyfriend => "bạn trai bạn",
        Relation.Girlfriend => "bạn gái bạn",
        Relation.Mother => "mẹ bạn",
        Relation.Father => "bố bạn",
        Relation.Son => "con trai bạn",
        Relation.Daughter => "con gái bạn",
        Relation.Child => "con bạn",
        Relation.Sister => "chị em bạn",
        Relation.Brother => "anh em bạn",
        Relation.Friend => "bạn của bạn",
        Relation.Boss => "sếp của bạn",
        Relation.Colleague => "đồng nghiệp của bạn",
        Relation.Grandmother => "bà của bạn",
        Relation.Grandfather => "ông của bạn",
        Relation.He => "anh ấy",
        Relation.She => "cô ấy",
        _ => "người ấy",
    };

    private static string English(Relation relation) => relation switch
    {
        Relation.Someone => "they",
        Relation.He => "he",
        Relation.She => "she",
        _ => $"your {relation.ToString().ToLowerInvariant()}",
    };
}
