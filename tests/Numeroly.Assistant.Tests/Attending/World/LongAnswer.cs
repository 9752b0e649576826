using Numeroly.Assistant.Calling;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Attending.World;

/// <summary>An answer that takes long enough to be broken into.</summary>
internal static class LongAnswer
{
    private static readonly string[] Sentences = ["This is a sentence that takes a while to say.", "Then comes another one.", "And at last the third."];

    public static string FirstSentence => Sentences[0];

    public static string Text => string.Join(' ', Sentences);

    /// <summary>A conversation in which half a second of it was heard.</summary>
    /// <param name="open">The person's microphone is open.</param>
    /// <param name="byDevice">Their device recognises speech.</param>
    public static async Task<Conversing> BegunAsync(bool open = false, bool byDevice = false)
    {
        var conversing = await Conversing.UnderWayAsync(world => world.Options.WordsComeWithin = TimeSpan.FromMilliseconds(50));
        if (open) await conversing.PressesAsync(byDevice, open);
        if (open) conversing.Room.PersonOpensMicrophone();
        await BeginAsync(conversing);
        return conversing;
    }

    public static async Task BeginAsync(Conversing conversing)
    {
        conversing.Mind.Sentences = Sentences;
        conversing.Voice.Each = TimeSpan.FromSeconds(3);
        var before = conversing.Room.Spoken.Length;
        await conversing.WritesAsync("tell me everything");
        await conversing.AudibleAfterAsync(before + (SpeechFormat.SpokenRate / 2));
    }

    public static async Task<AnswerInterrupted> CutAsync(Conversing conversing) =>
        (await Conversing.UntilAsync(() => conversing.Record.Of<AnswerInterrupted>(), cuts => cuts.Count > 0, "the answer to be cut"))[0];
}
