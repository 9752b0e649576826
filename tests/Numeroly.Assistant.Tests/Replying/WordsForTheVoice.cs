using Numeroly.Assistant.Tests.Serving;
using Numeroly.Events.Conversations;
using static Numeroly.Assistant.Tests.Replying.ModelsUnderTest;

namespace Numeroly.Assistant.Tests.Replying;

/// <summary>What becomes of what a model writes before it is spoken.</summary>
public sealed class WordsForTheVoice
{
    [Theory]
    [InlineData("**Four** is *steady*.", "Four is steady.")]
    [InlineData("# Your number\nIt is four.", "Your number. It is four.")]
    [InlineData("Three things:\n- patience\n- order\n* work", "Three things: patience. order. work")]
    [InlineData("1. First this.\n2. Then that.", "First this. Then that.")]
    [InlineData("1998 was a good year.", "1998 was a good year.")]
    [InlineData("4 là số của bạn.", "4 là số của bạn.")]
    [InlineData("-5 degrees - quite cold.", "-5 degrees - quite cold.")]
    [InlineData("> quoted\n\n---\n\nand on", "quoted. and on")]
    [InlineData("Chào bạn ✨🎉👩‍👩‍👧 nhé!", "Chào bạn nhé!")]
    [InlineData("Hi 👋🏽 there 1️⃣.", "Hi there 1.")]
    [InlineData("See [our page](https://example.com/a_b) for it.", "See our page for it.")]
    [InlineData("[laughs] Well, [pauses] yes.", "Well, yes.")]
    [InlineData("If 5 < 7 then <break time='1s'/>yes, 7 > 5.", "If 5 < 7 then yes, 7 > 5.")]
    [InlineData("Your `life_path` is four.", "Your life path is four.")]
    [InlineData("| a | b |\n|---|---|", "a b")]
    [InlineData("Trời hôm nay 30°C, rất đẹp.", "Trời hôm nay 30°C, rất đẹp.")]
    [InlineData("Số chủ đạo: 1+4+0+8 = 13, 1+3 = 4.", "Số chủ đạo: 1+4+0+8 = 13, 1+3 = 4.")]
    [InlineData("Well [this bracket never closes and goes on and on, far longer than any stage direction would be", "Well this bracket never closes and goes on and on, far longer than any stage direction would be")]
    public async Task Markup_is_not_spoken_however_the_text_is_cut(string written, string spoken)
    {
        await using var models = await StartAsync("openai");
        foreach (var size in (int[])[1, 2, 3, 7, 1000])
        {
            models.Server.Answers(IProtocol.Of("openai").Says([.. Pieces(written, size)]));

            (await models.AnswerAsync(Asking("x"))).Spoken().Trim().ShouldBe(spoken);
        }
    }

    [Theory]
    [InlineData("[warm] Hello.", new[] { EmotionalTone.Warm })]
    [InlineData("  [Energetic]Hello.", new[] { EmotionalTone.Energetic })]
    [InlineData("[neutral] Hello. [warm] ", new[] { EmotionalTone.Neutral, EmotionalTone.Warm })]
    [InlineData("Hello.", new EmotionalTone[0])]
    [InlineData("[1] Hello.", new EmotionalTone[0])]
    [InlineData("[furious] Hello.", new EmotionalTone[0])]
    public async Task Tone_tags_are_heard_in_the_voice_and_not_as_words(string written, EmotionalTone[] tones)
    {
        await using var models = await StartAsync("openai");
        foreach (var size in (int[])[1, 3, 1000])
        {
            models.Server.Answers(IProtocol.Of("openai").Says([.. Pieces(written, size)]));

            var parts = await models.AnswerAsync(Asking("x"));

            parts.Spoken().Trim().ShouldBe("Hello.");
            parts.Tones().ShouldBe(tones);
        }
    }

    [Fact]
    public async Task A_long_answer_ends_with_a_sentence_and_the_model_is_not_waited_for()
    {
        await using var models = await StartAsync("openai", time: null, ("Replying:EnoughCharacters", "60"));
        var gone = new TaskCompletionSource();
        models.Server.Answers(Answer.Events(IProtocol.Of("openai").Text([.. Enumerable.Repeat("This sentence has thirty-one characters. ", 20)])).Then(new AnswerStep.Stall(gone)));

        var parts = await models.AnswerAsync(Asking("x"));

        parts.Spoken().ShouldBe("This sentence has thirty-one characters. This sentence has thirty-one characters.");
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_answer_without_sentences_ends_with_a_word()
    {
        await using var models = await StartAsync("openai", time: null, ("Replying:EnoughCharacters", "60"), ("Replying:MostCharacters", "80"));
        models.Server.Answers(IProtocol.Of("openai").Says([.. Enumerable.Repeat("word ", 100)]));

        var spoken = (await models.AnswerAsync(Asking("x"))).Spoken();

        spoken.ShouldEndWith("word");
        spoken.Length.ShouldBeInRange(75, 90);
    }

    private static IEnumerable<string> Pieces(string text, int size) => text.Chunk(size).Select(piece => new string(piece));
}
