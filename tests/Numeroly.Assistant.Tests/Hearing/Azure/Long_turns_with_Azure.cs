using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Azure;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing.Azure;

public class Long_turns_with_Azure
{
    private const int Minutes = 5;

    [Fact]
    public async Task Five_minutes_are_understood_sentence_by_sentence_to_the_end()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            for (var second = 10; await call.TakeSoundAsync(second); second += 10) await call.UnderstandAsync($"To {second}.", 0.9, second - 10, second);
            await call.EndAsync();
        });

        var transcripts = await TranscribeAsync(azure, Turn(() => 0));

        azure.Calls.ShouldHaveSingleItem().SoundSeconds.ShouldBe(Minutes * 60);
        transcripts.Count.ShouldBe((Minutes * 6) + 1);
        transcripts[^1].Text.ShouldEndWith("To 290. To 300.");
        transcripts[^1].IsFinal.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_turn_that_is_not_understood_for_minutes_no_more_than_a_minute_is_kept()
    {
        WeakReference? early = null;
        var keptAtTheEnd = true;
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.TakeAllAsync();
            GC.Collect();
            keptAtTheEnd = early!.IsAlive;
            await call.EndAsync();
        });

        await TranscribeAsync(azure, Turn(() => 0, frame => early ??= new(frame)));

        keptAtTheEnd.ShouldBeFalse();
    }

    [Fact]
    public async Task A_service_that_takes_no_more_holds_the_speaker_back()
    {
        var taken = 0;
        var mayGoOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.TakeSoundAsync(1);
            await mayGoOn.Task;
            await call.TakeAllAsync();
            await call.EndAsync();
        });

        // An hour of speech at once does not fit into what the sockets of a machine hold.
        var running = TranscribeAsync(azure, Turn(() => Interlocked.Increment(ref taken), minutes: 60), times: 1_000_000);
        var before = -1;
        while (Volatile.Read(ref taken) != before || before < 100)
        {
            before = Volatile.Read(ref taken);
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        before.ShouldBeLessThan(60 * 60 * 50);
        mayGoOn.SetResult();
        (await running)[^1].IsFinal.ShouldBeTrue();
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<short>> Turn(Func<int> count, Action<short[]>? see = null, int minutes = Minutes)
    {
        for (var i = 0; i < minutes * 60 * 50; i++)
        {
            var frame = new short[320];
            see?.Invoke(frame);
            count();
            if (i % 50 == 0) await Task.Yield();
            yield return frame;
        }
    }

    private static async Task<List<Transcript>> TranscribeAsync(AzureService azure, IAsyncEnumerable<ReadOnlyMemory<short>> turn, int times = 10_000)
    {
        List<Transcript> transcripts = [];
        var recogniser = new AzureSpeechToText(new() { Key = AzureService.Key, Endpoint = azure.Address }, new() { Begin = TimeSpan.FromHours(100) }, new HurriedTime(times));
        await foreach (var transcript in recogniser.TranscribeAsync(turn, new(Language.En, []), TestContext.Current.CancellationToken)) transcripts.Add(transcript);
        return transcripts;
    }
}
