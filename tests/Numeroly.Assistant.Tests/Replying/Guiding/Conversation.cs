using System.Collections.Immutable;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Replying.Guiding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Replying.Guiding;

/// <summary>A conversation with the offline guide, held as a session holds it: the reading and everything said go into each request.</summary>
internal sealed class Conversation(Language language, string? name = null, string? born = null)
{
    public static DateOnly Today { get; } = new(2026, 11, 22);

    private static readonly OfflineGuide Guide = new();

    public ImmutableArray<Said> Said { get; set; } = [];

    public Reading? Reading { get; private set; } = name is null && born is null ? null : new(name, born is null ? null : DateOnly.Parse(born));

    public static Conversation WithDuyen(Language language) => new(language, "Trần Thị Mỹ Duyên", "1979-09-21");

    public Task<Answered> GreetedAsync() => AnsweredAsync(ReplyOccasion.Greeting);

    public Task<Answered> WelcomedBackAsync() => AnsweredAsync(ReplyOccasion.WelcomeBack);

    public Task<Answered> SaysAsync(string text)
    {
        Said = Said.Add(new(Speaker.User, text));
        return AnsweredAsync(ReplyOccasion.Answer);
    }

    /// <summary>Says all of it, a turn each.</summary>
    public async Task<Answered> SaysAllAsync(params string[] turns)
    {
        foreach (var turn in turns[..^1]) await SaysAsync(turn);
        return await SaysAsync(turns[^1]);
    }

    /// <summary>The person spoke over the last answer after so many of its letters.</summary>
    public void InterruptsAfter(int length) => Said = Said.SetItem(Said.Length - 1, Said[^1] with { Heard = Said[^1].Text[..length] });

    private async Task<Answered> AnsweredAsync(ReplyOccasion occasion)
    {
        var answered = await AskAsync(new(Guid.Empty, language, Reading, Today, Said, occasion));
        Reading = answered.Learnt ?? Reading;
        Said = Said.Add(new(Speaker.Assistant, answered.Text));
        return answered;
    }

    public static async Task<Answered> AskAsync(ReplyRequest request)
    {
        var parts = new List<ReplyPart>();
        await foreach (var part in Guide.ReplyAsync(request, CancellationToken.None)) parts.Add(part);
        return new(
            string.Concat(parts.OfType<ReplyPart.Words>().Select(words => words.Text)),
            parts.OfType<ReplyPart.InTone>().Select(tone => tone.Tone).LastOrDefault(),
            parts.OfType<ReplyPart.LearntReading>().Select(learnt => learnt.Reading).LastOrDefault(),
            [.. parts]);
    }
}

/// <summary>What came of a request.</summary>
internal sealed record Answered(string Text, EmotionalTone Tone, Reading? Learnt, ImmutableArray<ReplyPart> Parts)
{
    public void Mentions(params string[] fragments)
    {
        foreach (var fragment in fragments) Text.ShouldContain(fragment, Case.Insensitive);
    }

    public void IsInVietnamese() => Text.ShouldContain(letter => "ăâđêôơưạảấầậếềệốồộớờợứừựáàéèíìóòúùý".Contains(char.ToLowerInvariant(letter)));

    public void IsInEnglish() => Text.ShouldNotContain(letter => letter > '\u00FF' && letter != '’');
}
