using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Replying.Guiding;

/// <summary>Plays a written conversation: on each line what is said, an arrow, and what must be in the answer.</summary>
internal static class Scripts
{
    public static async Task PlayAsync(Language language, string scenario, string? name, string? born, string script)
    {
        var conversation = new Conversation(language, name, born);
        var last = (await conversation.GreetedAsync()).Text;
        foreach (var line in script.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains("=>", StringComparison.Ordinal)))
        {
            var parts = line.Split("=>", 2);
            var answer = await conversation.SaysAsync(parts[0].Trim());

            foreach (var fragment in parts[1].Split(';')) answer.Text.ShouldContain(fragment.Trim(), Case.Insensitive, $"{scenario}: {parts[0].Trim()}");
            answer.Text.ShouldNotBe(last, scenario);
            answer.Text.Length.ShouldBeLessThan(700, scenario);
            last = answer.Text;
        }
    }
}
