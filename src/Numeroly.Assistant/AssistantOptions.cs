namespace Numeroly.Assistant;

/// <summary>How the assistant behaves in a conversation, and how many it holds at once.</summary>
public sealed class AssistantOptions
{
    public const string Section = "Assistant";

    /// <summary>Conversations that one process holds at once; further ones wait for another process, or for one to end.</summary>
    public int MostConversations { get; set; } = 8;

    /// <summary>The assistant's name in the call.</summary>
    public string Name { get; set; } = "Numeroly";

    /// <summary>A turn of the person is taken as finished after this.</summary>
    public TimeSpan LongestTurn { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Sound is still under way when the button is released: how long to wait for it at least, and at most while there is voice in it.</summary>
    public TimeSpan ShortestTail { get; set; } = TimeSpan.FromMilliseconds(60);

    /// <inheritdoc cref="ShortestTail"/>
    public TimeSpan LongestTail { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// Where the person's device recognises speech: how long after a voice that broke into an answer its words have to come, before
    /// the answer goes on.
    /// </summary>
    public TimeSpan WordsComeWithin { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A person who was away longer than this is welcomed back.</summary>
    public TimeSpan WelcomeBackAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to stay without a call when the record does not say why it went.</summary>
    public TimeSpan RejoinEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Offset of the person's today from UTC, in hours, for the numbers of the day: Vietnam's by default.</summary>
    public double TodayUtcOffsetHours { get; set; } = 7;
}
