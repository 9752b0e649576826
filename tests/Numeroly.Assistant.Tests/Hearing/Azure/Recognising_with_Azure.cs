using Numeroly.Assistant.Hearing;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing.Azure;

public class Recognising_with_Azure
{
    [Fact]
    public async Task Text_grows_while_the_person_speaks_and_the_last_is_final_and_sure()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.TakeSoundAsync(0.5);
            await call.StartAsync();
            await call.SupposeAsync("what is");
            await call.SupposeAsync("what is my life");
            await call.TakeAllAsync();
            await call.UnderstandAsync("What is my life path number?", 0.9, 0, 2);
            await call.EndAsync();
        });

        var transcripts = await azure.TranscribeAsync(Sound.Spoken("life-path.en"));

        transcripts.Select(transcript => transcript.Text).ShouldBe(["what is", "what is my life", "What is my life path number?", "What is my life path number?"]);
        transcripts.SkipLast(1).ShouldAllBe(transcript => !transcript.IsFinal);
        transcripts[^1].ShouldBe(new Transcript("What is my life path number?", IsFinal: true, Confidence: 0.9));
    }

    [Fact]
    public async Task Sentences_are_joined_and_their_confidence_is_weighed_by_their_length()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.TakeAllAsync();
            await call.UnderstandAsync("Xin chào.", 1, 0, 1);
            await call.SupposeAsync("số chủ đạo");
            await call.UnderstandAsync("Số chủ đạo.", 0.5, 1, 2);
            await call.EndAsync();
        });

        var transcripts = await azure.TranscribeAsync(Sound.Vowel(2), Language.Vi);

        transcripts[1].Text.ShouldBe("Xin chào. số chủ đạo");
        transcripts[^1].Text.ShouldBe("Xin chào. Số chủ đạo.");
        transcripts[^1].Confidence!.Value.ShouldBe(((1 * 9) + (0.5 * 11)) / 20, 0.001);
        azure.Paths.ShouldBe(["/speech/recognition/conversation/cognitiveservices/v1?language=vi-VN&format=detailed"]);
    }

    [Fact]
    public async Task The_service_is_told_what_sound_comes_and_which_words_are_likely()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.TakeAllAsync();
            await call.EndAsync();
        });

        await azure.TranscribeAsync(Sound.Vowel(1), Language.Vi, "Nguyễn Thị Minh");

        var call = azure.Calls.ShouldHaveSingleItem();
        call.HadWaveHeader.ShouldBeTrue();
        call.SoundSeconds.ShouldBe(1);
        call.Config.ShouldNotBeNull().ShouldContain("Numeroly");
        System.Text.RegularExpressions.Regex.Unescape(call.Context.ShouldNotBeNull()).ShouldContain("Nguyễn Thị Minh");
    }

    [Fact]
    public async Task A_turn_in_which_nothing_was_said_is_final_and_empty()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.TakeAllAsync();
            await call.SayAsync("speech.phrase", new { RecognitionStatus = "InitialSilenceTimeout", Offset = 0, Duration = 10_000_000 });
            await call.EndAsync();
        });

        (await azure.TranscribeAsync(Sound.Silence(1))).ShouldBe([new Transcript("", IsFinal: true, Confidence: null)]);
    }

    [Fact]
    public async Task A_turn_with_no_sound_at_all_is_final_and_empty()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.TakeAllAsync();
            await call.EndAsync();
        });

        (await azure.TranscribeAsync([])).ShouldBe([new Transcript("", IsFinal: true, Confidence: null)]);
    }

    [Fact]
    public async Task A_service_that_ends_its_turn_early_gets_the_rest_on_a_new_connection()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            if (call.Number == 1)
            {
                await call.TakeSoundAsync(1);
                await call.UnderstandAsync("First.", 0.9, 0, 1);
                await call.EndAsync();
                return;
            }
            await call.TakeAllAsync();
            await call.UnderstandAsync("Second.", 0.9, 0, 1);
            await call.EndAsync();
        });

        var last = new Transcript("", IsFinal: false, Confidence: null);
        var speech = Interrupted(() => Wait.UntilAsync(() => azure.Connections == 2));
        await foreach (var transcript in azure.Recogniser().TranscribeAsync(speech, new(Language.En, []), TestContext.Current.CancellationToken)) last = transcript;

        last.Text.ShouldBe("First. Second.");
        azure.Calls[1].SoundSeconds.ShouldBe(3);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<short>> Interrupted(Func<Task> afterOneSecond)
    {
        foreach (var (place, frame) in Sound.Vowel(4).Frames().Index())
        {
            if (place == 50) await afterOneSecond();
            yield return frame;
        }
    }
}
