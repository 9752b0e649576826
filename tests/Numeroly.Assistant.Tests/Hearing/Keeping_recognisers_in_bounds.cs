using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Bounding;
using Numeroly.Assistant.Hearing.Detecting;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Tests.Hearing.OpenAi;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing;

public class Keeping_recognisers_in_bounds
{
    [Fact]
    public async Task A_service_that_is_slow_after_the_end_of_speech_is_given_up()
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var bounded = new BoundedSpeechToText(openAi.Recogniser(), new() { Finish = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);

        var failure = await Should.ThrowAsync<ProviderException>(() => DrainAsync(bounded, Sound.Vowel(1).AsTurn()));

        failure.Failure.ShouldBe(ProviderFailure.TimedOut);
        failure.Message.ShouldBe("openai did not finish within 0.2 s of the end of speech.");
    }

    [Fact]
    public async Task A_service_so_slow_that_sound_piles_up_is_given_up_while_the_person_speaks()
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var recogniser = openAi.Recogniser(options => options.Piece = options.LongestPiece = TimeSpan.FromSeconds(1));
        var bounded = new BoundedSpeechToText(recogniser, new() { Stall = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);

        var failure = await Should.ThrowAsync<ProviderException>(() => DrainAsync(bounded, Sound.Vowel(60).AsTurn()));

        failure.Failure.ShouldBe(ProviderFailure.TimedOut);
        failure.Message.ShouldBe("openai took no more sound for 0.2 s.");
    }

    [Fact]
    public async Task A_person_who_thinks_for_long_is_not_taken_for_a_stall()
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) => OpenAiService.StreamAsync(context, OpenAiService.Done("Hello.")));
        var bounded = new BoundedSpeechToText(openAi.Recogniser(), new() { Stall = TimeSpan.FromMilliseconds(100), Finish = TimeSpan.FromSeconds(30) }, TimeProvider.System);

        (await DrainAsync(bounded, Thinking()))[^1].Text.ShouldBe("Hello.");
    }

    [Fact]
    public async Task A_turn_without_voice_is_not_sent_to_a_service_that_bills()
    {
        using var detectors = new VoiceDetectors(VoiceDetectors.ShippedModel, NullLogger<VoiceDetectors>.Instance);
        await using var openAi = await OpenAiService.StartAsync((context, _) => OpenAiService.StreamAsync(context, OpenAiService.Done("made up")));
        var trimmed = new TrimmedSpeechToText(openAi.Recogniser(), detectors);

        (await DrainAsync(trimmed, Sound.Hum(5).AsTurn())).ShouldBe([new Transcript("", IsFinal: true, Confidence: null)]);
        openAi.Forms.ShouldBeEmpty();
        (await DrainAsync(trimmed, Sound.Joined(Sound.Silence(5), Sound.Spoken("life-path.vi"), Sound.Silence(5)).AsTurn()))[^1].Text.ShouldBe("made up");
        double.Parse(openAi.Forms.ShouldHaveSingleItem()["seconds"]).ShouldBeLessThan(4);
    }

    [Fact]
    public async Task A_service_that_fails_is_known_to_have_failed_though_the_person_is_silent_just_then()
    {
        using var detectors = new VoiceDetectors(VoiceDetectors.ShippedModel, NullLogger<VoiceDetectors>.Instance);
        await using var azure = await Azure.AzureService.StartAsync(_ => Task.CompletedTask, status: 403);
        var recogniser = new BoundedSpeechToText(new TrimmedSpeechToText(azure.Recogniser(), detectors), new(), TimeProvider.System);

        (await Should.ThrowAsync<ProviderException>(() => DrainAsync(recogniser, ThenSilent()))).Failure.ShouldBe(ProviderFailure.NotAllowed);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<short>> ThenSilent([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var frame in Sound.Spoken("life-path.en").Frames()) yield return frame;
        await Task.Delay(Timeout.Infinite, cancellation);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<short>> Thinking([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var frame in Sound.Spoken("life-path.en").Frames()) yield return frame;
        await Task.Delay(400, cancellation);
        foreach (var frame in Sound.Spoken("life-path.en").Frames()) yield return frame;
    }

    private static async Task<List<Transcript>> DrainAsync(ISpeechToText recogniser, IAsyncEnumerable<ReadOnlyMemory<short>> turn)
    {
        List<Transcript> transcripts = [];
        await foreach (var transcript in recogniser.TranscribeAsync(turn, new(Language.En, []), TestContext.Current.CancellationToken)) transcripts.Add(transcript);
        return transcripts;
    }
}
