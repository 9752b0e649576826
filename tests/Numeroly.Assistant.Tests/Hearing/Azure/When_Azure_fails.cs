using System.Net.WebSockets;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Bounding;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing.Azure;

public class When_Azure_fails
{
    [Theory]
    [InlineData(401, ProviderFailure.NotAllowed)]
    [InlineData(403, ProviderFailure.NotAllowed)]
    [InlineData(400, ProviderFailure.Refused)]
    [InlineData(404, ProviderFailure.Refused)]
    [InlineData(429, ProviderFailure.RateLimited)]
    public async Task A_refused_connection_is_not_tried_again(int status, ProviderFailure expected)
    {
        await using var azure = await AzureService.StartAsync(_ => Task.CompletedTask, status);

        var failure = await Should.ThrowAsync<ProviderException>(() => azure.TranscribeAsync(Sound.Vowel(1)));

        failure.Failure.ShouldBe(expected);
        azure.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_key_is_named_as_such_and_never_said()
    {
        await using var azure = await AzureService.StartAsync(_ => Task.CompletedTask);

        var failure = await Should.ThrowAsync<ProviderException>(() => DrainAsync(azure.Recogniser(key: "wrong-secret-key"), Sound.Vowel(1)));

        failure.Failure.ShouldBe(ProviderFailure.NotAllowed);
        failure.ToString().ShouldNotContain("wrong-secret-key");
    }

    [Fact]
    public async Task A_service_out_of_order_is_tried_three_times()
    {
        await using var azure = await AzureService.StartAsync(_ => Task.CompletedTask, 503);

        var failure = await Should.ThrowAsync<ProviderException>(() => azure.TranscribeAsync(Sound.Vowel(1)));

        failure.Failure.ShouldBe(ProviderFailure.Unavailable);
        azure.Connections.ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_listening_at_the_address_is_unavailable()
    {
        var azure = await AzureService.StartAsync(_ => Task.CompletedTask);
        var recogniser = azure.Recogniser();
        await azure.DisposeAsync();

        (await Should.ThrowAsync<ProviderException>(() => DrainAsync(recogniser, Sound.Vowel(1)))).Failure.ShouldBe(ProviderFailure.Unavailable);
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_is_replaced_and_gets_what_was_not_understood_again()
    {
        AzureService? service = null;
        await using var azure = service = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            if (call.Number == 1)
            {
                await call.TakeSoundAsync(3);
                await call.UnderstandAsync("I was born", 0.5, 0, 1.5);
                await service!.UntilToldAsync("I was born");
                call.Socket.Abort();
                return;
            }
            await call.TakeAllAsync();
            await call.UnderstandAsync("in March.", 0.5, 0, 2);
            await call.EndAsync();
        });

        var transcripts = await azure.TranscribeAsync(Sound.Vowel(4));

        transcripts[^1].ShouldBe(new Transcript("I was born in March.", IsFinal: true, Confidence: 0.5));
        azure.Calls.Last().SoundSeconds.ShouldBeGreaterThanOrEqualTo(2.5 - 0.02);
    }

    [Fact]
    public async Task A_connection_that_is_cut_each_time_is_given_up_as_cut_off()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.TakeSoundAsync(1);
            call.Socket.Abort();
        });

        (await Should.ThrowAsync<ProviderException>(() => azure.TranscribeAsync(Sound.Vowel(2)))).Failure.ShouldBe(ProviderFailure.CutOff);
        azure.Connections.ShouldBe(3);
    }

    [Fact]
    public async Task A_parameter_the_service_does_not_take_is_not_sent_again()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.TakeSoundAsync(0.1);
            await call.Socket.CloseAsync(WebSocketCloseStatus.InvalidPayloadData, "Unsupported language", TestContext.Current.CancellationToken);
        });

        (await Should.ThrowAsync<ProviderException>(() => azure.TranscribeAsync(Sound.Vowel(1)))).Failure.ShouldBe(ProviderFailure.Refused);
        azure.Connections.ShouldBe(1);
    }

    [Theory]
    [InlineData("TooManyRequests", ProviderFailure.RateLimited)]
    [InlineData("Forbidden", ProviderFailure.NotAllowed)]
    [InlineData("BadRequest", ProviderFailure.Refused)]
    public async Task An_error_told_as_a_phrase_is_an_error(string status, ProviderFailure expected)
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.SayAsync("speech.phrase", new { RecognitionStatus = status });
            await call.TakeAllAsync();
        });

        (await Should.ThrowAsync<ProviderException>(() => azure.TranscribeAsync(Sound.Vowel(1)))).Failure.ShouldBe(expected);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_is_not_quoted()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.SayRawAsync("Path: speech.hypothesis\r\n\r\n{\"Text\":\"my secret wish");
            await call.TakeAllAsync();
        });

        var failure = await Should.ThrowAsync<ProviderException>(() => azure.TranscribeAsync(Sound.Vowel(1)));

        failure.Failure.ShouldBe(ProviderFailure.Unavailable);
        failure.ToString().ShouldNotContain("secret wish");
    }

    [Fact]
    public async Task A_service_that_never_greets_is_given_up_in_time()
    {
        await using var azure = await AzureService.StartAsync(call => call.TakeAllAsync().ContinueWith(_ => Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken), TaskScheduler.Default).Unwrap());
        var recogniser = azure.Recogniser(new() { Begin = TimeSpan.FromMilliseconds(200) });

        (await Should.ThrowAsync<ProviderException>(() => DrainAsync(recogniser, Sound.Vowel(1)))).Failure.ShouldBe(ProviderFailure.TimedOut);
    }

    [Fact]
    public async Task A_service_that_never_finishes_is_given_up_in_time()
    {
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.TakeAllAsync();
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        });
        var bounded = new BoundedSpeechToText(azure.Recogniser(), new() { Finish = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);

        var failure = await Should.ThrowAsync<ProviderException>(() => DrainAsync(bounded, Sound.Vowel(1)));

        failure.Failure.ShouldBe(ProviderFailure.TimedOut);
        failure.Message.ShouldContain("end of speech");
    }

    [Fact]
    public async Task A_person_who_leaves_ends_the_connection()
    {
        using var leaving = new CancellationTokenSource();
        await using var azure = await AzureService.StartAsync(async call =>
        {
            await call.StartAsync();
            await call.SupposeAsync("I am");
            await call.TakeAllAsync();
        });

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var transcript in azure.Recogniser().TranscribeAsync(Forever(leaving.Token), new(Language.En, []), leaving.Token)) await leaving.CancelAsync();
        });
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<short>> Forever([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(1, cancellation);
            yield return new short[320];
        }
    }

    private static async Task DrainAsync(ISpeechToText recogniser, short[] turn)
    {
        await foreach (var transcript in recogniser.TranscribeAsync(turn.AsTurn(), new(Language.En, []), TestContext.Current.CancellationToken)) transcript.ShouldNotBeNull();
    }
}
