using Microsoft.AspNetCore.Http;
using Numeroly.Assistant.Hearing;

namespace Numeroly.Assistant.Tests.Hearing.OpenAi;

public class Recognising_with_OpenAI
{
    [Fact]
    public async Task A_model_that_streams_gives_text_as_it_comes_and_how_sure_it_is()
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) => OpenAiService.StreamAsync(context,
            OpenAiService.Delta("What is"), OpenAiService.Delta(" my life path?"), OpenAiService.Done("What is my life path?", Math.Log(0.9), Math.Log(0.9))));

        var transcripts = await openAi.TranscribeAsync(Sound.Spoken("life-path.en"));

        transcripts.Select(transcript => transcript.Text).ShouldBe(["What is", "What is my life path?", "What is my life path?", "What is my life path?"]);
        transcripts.Count(transcript => transcript.IsFinal).ShouldBe(1);
        transcripts[^1].Confidence!.Value.ShouldBe(0.9, 0.001);
        openAi.Forms[0]["stream"].ShouldBe("true");
        openAi.Forms[0]["include[]"].ShouldBe("logprobs");
        openAi.Forms[0]["language"].ShouldBe("en");
    }

    [Fact]
    public async Task A_model_that_answers_at_once_is_understood_too()
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) => context.Response.WriteAsJsonAsync(new { text = " Hello. ", segments = new[] { new { avg_logprob = -0.2 } } }));

        var transcripts = await openAi.TranscribeAsync(Sound.Vowel(1), options => options.Model = "whisper-1");

        transcripts[^1].Text.ShouldBe("Hello.");
        transcripts[^1].Confidence!.Value.ShouldBe(Math.Exp(-0.2), 0.001);
        openAi.Forms[0]["response_format"].ShouldBe("verbose_json");
        openAi.Forms[0].ShouldNotContainKey("stream");
    }

    [Fact]
    public async Task A_server_of_another_kind_is_asked_for_nothing_special()
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) => context.Response.WriteAsJsonAsync(new { text = "Hello." }));

        var transcripts = await openAi.TranscribeAsync(Sound.Vowel(1), options => options.Model = "parakeet", "Nguyễn Thị Minh", "life path");

        transcripts[^1].ShouldBe(new Transcript("Hello.", IsFinal: true, Confidence: null));
        openAi.Forms[0].Keys.Order().ShouldBe(["language", "model", "prompt", "response_format", "seconds"]);
        openAi.Forms[0]["prompt"].ShouldBe("Nguyễn Thị Minh, life path");
    }

    [Fact]
    public async Task A_turn_with_no_sound_asks_nobody()
    {
        await using var openAi = await OpenAiService.StartAsync((_, _) => Task.CompletedTask);

        (await openAi.TranscribeAsync([])).ShouldBe([new Transcript("", IsFinal: true, Confidence: null)]);
        openAi.Forms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_turn_is_cut_at_pauses_and_joined_and_each_piece_knows_what_was_said_before()
    {
        await using var openAi = await OpenAiService.StartAsync((context, number) => context.Response.WriteAsJsonAsync(new { text = $"Sentence {number}." }));
        var sentence = Sound.Joined(Sound.Spoken("birth-date.en"), Sound.Silence(0.6));
        var turn = Sound.Joined([.. Enumerable.Repeat(sentence, 6)]);

        var transcripts = await openAi.TranscribeAsync(turn, options =>
        {
            options.Model = "parakeet";
            options.Piece = TimeSpan.FromSeconds(3);
        });

        openAi.Forms.Count.ShouldBe(6);
        transcripts[^1].Text.ShouldBe("Sentence 1. Sentence 2. Sentence 3. Sentence 4. Sentence 5. Sentence 6.");
        transcripts.SkipLast(1).ShouldAllBe(transcript => !transcript.IsFinal);
        openAi.Forms[2]["prompt"].ShouldBe("Sentence 1. Sentence 2.");
        openAi.Forms.Sum(form => double.Parse(form["seconds"])).ShouldBeInRange((turn.Length / 16_000.0) - 1, turn.Length / 16_000.0);
    }

    [Fact]
    public async Task Five_minutes_without_a_pause_are_sent_in_pieces_the_service_takes()
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) => context.Response.WriteAsJsonAsync(new { text = "and on" }));
        var minute = Sound.Vowel(60);

        var transcripts = await openAi.TranscribeAsync(Sound.Joined(minute, minute, minute, minute, minute), options => options.Model = "parakeet");

        openAi.Forms.Sum(form => double.Parse(form["seconds"])).ShouldBe(300, 0.5);
        openAi.Forms.ShouldAllBe(form => double.Parse(form["seconds"]) <= 60.1);
        transcripts[^1].IsFinal.ShouldBeTrue();
    }

    [Fact]
    public async Task A_slow_service_holds_the_speaker_back_instead_of_filling_memory()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var openAi = await OpenAiService.StartAsync(async (context, _) =>
        {
            await release.Task;
            await context.Response.WriteAsJsonAsync(new { text = "slow" });
        });
        var taken = 0;
        var speech = Counted(() => Interlocked.Increment(ref taken));
        var recogniser = openAi.Recogniser(options => (options.Model, options.LongestPiece) = ("parakeet", TimeSpan.FromSeconds(1)));

        await using var transcripts = recogniser.TranscribeAsync(speech, new(Numeroly.Events.Conversations.Language.En, []), TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = transcripts.MoveNextAsync();
        await Wait.UntilAsync(() => openAi.Forms.Count == 1 && Volatile.Read(ref taken) >= 150);
        await Task.Yield();

        // One second is being understood, one waits, and one is at the door.
        Volatile.Read(ref taken).ShouldBeLessThanOrEqualTo(152);
        release.SetResult();
        (await first).ShouldBeTrue();
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<short>> Counted(Action count)
    {
        foreach (var frame in Sound.Vowel(60).Frames())
        {
            await Task.Yield();
            count();
            yield return frame;
        }
    }
}
