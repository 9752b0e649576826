using Numeroly.Assistant.Replying.Guiding.Understanding;

namespace Numeroly.Assistant.Replying.Guiding.Remembering;

/// <summary>What to call somebody: the last word of a Vietnamese name, the first of another.</summary>
internal static class CallName
{
    private const int Longest = 20;

    /// <returns>Empty when there is no name to call by.</returns>
    public static string Of(string? name)
    {
        var words = (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return "";
        var isVietnamese = words.Length > 1 && (VietnameseSurnames.Contains(Marks.Fold(words[0])) || words.Any(word => word.Any(Marks.IsMarked)));
        var called = isVietnamese ? words[^1] : words[0];
        return called.Length <= Longest && called.All(letter => char.IsLetter(letter) || Marks.IsCombining(letter) || letter is '\'' or '’' or '-') ? called : "";
    }
}
