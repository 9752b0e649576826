using Numeroly.Events.Conversations;

namespace Numeroly.Bench.World;

/// <summary>What is said in the conversations of measurements, and what is written down of it.</summary>
internal static class Utterance
{
    public const string Text = "Con số chủ đạo của bạn là 7: bạn học bằng trải nghiệm của chính mình, và cần những lúc ở một mình để nghe rõ điều đó.";

    /// <summary>The conversation begins.</summary>
    public static RoomCreated Begun(Guid conversation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var room = $"bench-{conversation:N}";
        return new RoomCreated("bench", room, $"http://127.0.0.1/{room}", Language.Vi, now, now.AddHours(2), null);
    }

    public static MessageSaved Saved() =>
        new(Guid.CreateVersion7(), Speaker.Assistant, Text, null, EmotionalTone.Warm, null, TimeProvider.System.GetUtcNow());

    /// <summary>The command that comes to such an event.</summary>
    public static SaveMessage Said() => new(Guid.CreateVersion7(), Speaker.Assistant, Text, null, EmotionalTone.Warm, null, null);
}
