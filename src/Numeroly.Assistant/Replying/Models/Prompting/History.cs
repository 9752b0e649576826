using Microsoft.Extensions.AI;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Models.Prompting;

/// <summary>The conversation as the model is given it: the last of what was said, and of its own answers what was really heard.</summary>
internal static class History
{
    private const int LongestSaid = 4_000;

    /// <param name="most">How many of the last things said.</param>
    /// <param name="mostCharacters">How much of them in all; the last one always counts as having room.</param>
    public static IEnumerable<ChatMessage> Of(ReplyRequest request, int most, int mostCharacters)
    {
        // Models want the person to begin and, for an answer, to have the last word.
        yield return new ChatMessage(ChatRole.User, StageDirections.Joined(request.Language));
        var window = Window(request.Said, most, mostCharacters).ToList();
        foreach (var said in window)
            yield return MessageOf(said, request.Language);
        if (StageDirections.Of(request.Occasion, request.Language) is { } direction)
            yield return new ChatMessage(ChatRole.User, direction);
        else if (window is [.., { Speaker: Speaker.Assistant }])
            yield return new ChatMessage(ChatRole.User, "…");
    }

    private static IEnumerable<Said> Window(IReadOnlyList<Said> said, int most, int mostCharacters)
    {
        var (count, characters) = (0, 0);
        while (count < Math.Min(most, said.Count))
        {
            characters += Math.Min(LongestSaid, said[^(count + 1)].Text.Length);
            if (characters > mostCharacters && count > 0) break;
            count++;
        }

        return said.Skip(said.Count - count);
    }

    private static ChatMessage MessageOf(Said said, Language language) => said switch
    {
        { Speaker: Speaker.User } => new ChatMessage(ChatRole.User, NotEmpty(PlainText.Of(said.Text, LongestSaid))),
        { Heard: { } heard } => new ChatMessage(ChatRole.Assistant, $"{PlainText.Of(heard, LongestSaid)} {StageDirections.Interrupted(language)}".TrimStart()),
        _ => new ChatMessage(ChatRole.Assistant, NotEmpty(PlainText.Of(said.Text, LongestSaid))),
    };

    // Some endpoints refuse an empty message.
    private static string NotEmpty(string text) => text.Length == 0 ? "…" : text;
}
