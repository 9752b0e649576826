using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Tests.Serving;
using Numeroly.Harness;
using static Numeroly.Assistant.Tests.Speaking.VoicesUnderTest;

namespace Numeroly.Assistant.Tests.Speaking;

/// <summary>What holds for every voice that is reached over HTTP.</summary>
public sealed class StreamingSpeech
{
    private const string Secret = "Một bí mật nho nhỏ.";

    public static TheoryData<string> Providers => ["elevenlabs", "azure", "openai"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sound_is_given_while_the_provider_still_speaks(string provider)
    {
        await using var voices = await StartAsync(provider);
        var half = Sounds.Bytes(Sounds.Ramp)[..4_000];
        var first = new TaskCompletionSource();
        voices.Server.Answers(Answer.Sound(half).Then(new AnswerStep.Until(first.Task), new AnswerStep.Send(half)));

        var sound = new List<short>();
        await foreach (var samples in voices.Voice.SpeakAsync(Saying("Xin chào."), TestContext.Current.CancellationToken))
        {
            sound.AddRange(samples.Span);
            first.TrySetResult();
        }

        sound.ShouldBe([.. Sounds.Ramp[..2_000], .. Sounds.Ramp[..2_000]]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_sample_cut_in_two_is_put_together_again(string provider)
    {
        await using var voices = await StartAsync(provider);
        var bytes = Sounds.Bytes(Sounds.Ramp);
        voices.Server.Answers(Answer.Sound(bytes[..1], bytes[1..5], bytes[5..8], bytes[8..1_001], bytes[1_001..]));

        (await voices.SayAsync(Saying("Xin chào."))).ShouldBe(Sounds.Ramp);
    }

    [Theory]
    [InlineData(24_000, true)]
    [InlineData(24_000, false)]
    public async Task A_wav_header_is_not_spoken(int rate, bool knowsLength)
    {
        await using var voices = await StartAsync("openai");
        var wave = Sounds.Wave(Sounds.Ramp, rate, knowsLength, knowsLength ? "LIST\x10\0\0\0some notes here."u8.ToArray() : null);
        voices.Server.Answers(Answer.Sound(wave[..7], wave[7..50], wave[50..]));

        (await voices.SayAsync(Saying("Xin chào."))).ShouldBe(Sounds.Ramp);
    }

    [Fact]
    public async Task Wav_at_another_rate_is_brought_to_ours()
    {
        await using var voices = await StartAsync("openai");
        voices.Server.Answers(Answer.Sound(Sounds.Wave(new short[8_000], rate: 16_000)));

        (await voices.SayAsync(Saying("Xin chào."))).Length.ShouldBe(12_000);
    }

    [Theory]
    [InlineData("{\"error\":\"model not found: Một bí mật\"}", "application/json")]
    [InlineData("{\"error\":\"model not found: Một bí mật\"}", "application/octet-stream")]
    [InlineData("<?xml version=\"1.0\"?><error>Một bí mật</error>", "application/octet-stream")]
    [InlineData("ID3 and then an mp3 that would hiss", "audio/mpeg")]
    [InlineData("OggS and then opus that would hiss", "audio/ogg")]
    [InlineData("", "audio/pcm")]
    public async Task What_is_no_sound_is_refused_though_the_status_is_200(string body, string type)
    {
        await using var voices = await StartAsync("openai");
        voices.Server.Answers(new Answer(200, type, AnswerStep.Text(body)));

        var failure = await voices.FailAsync();

        failure.Failure.ShouldBe(ProviderFailure.Refused);
        failure.ToString().ShouldNotContain("bí mật");
    }

    [Theory]
    [InlineData(400, ProviderFailure.Refused)]
    [InlineData(401, ProviderFailure.NotAllowed)]
    [InlineData(403, ProviderFailure.NotAllowed)]
    [InlineData(404, ProviderFailure.Refused)]
    [InlineData(422, ProviderFailure.Refused)]
    [InlineData(429, ProviderFailure.RateLimited)]
    [InlineData(500, ProviderFailure.Unavailable)]
    [InlineData(503, ProviderFailure.Unavailable)]
    public async Task Each_refusal_has_its_name_and_quotes_nothing(int status, ProviderFailure expected)
    {
        foreach (var provider in (string[])["elevenlabs", "azure", "openai"])
        {
            await using var voices = await StartAsync(provider);
            voices.Server.Answers(received => Answer.Status(status, $"no {Key} no {received.Body}"));

            var failure = await voices.FailAsync(Saying(Secret));

            failure.Failure.ShouldBe(expected);
            failure.Message.ShouldContain(provider);
            foreach (var told in voices.Lines.All.Append(failure.ToString()))
            {
                told.ShouldNotContain(Key);
                told.ShouldNotContain("bí mật");
            }

            voices.Server.Requests.Count.ShouldBe(1);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_connection_cut_in_the_middle_is_told_after_what_came(string provider)
    {
        await using var voices = await StartAsync(provider);
        var heard = new TaskCompletionSource();
        voices.Server.Answers(Answer.Sound(Sounds.Bytes(Sounds.Ramp)).Then(new AnswerStep.Until(heard.Task), new AnswerStep.Cut()));

        var failure = await Should.ThrowAsync<ProviderException>(async () =>
        {
            await foreach (var _ in voices.Voice.SpeakAsync(Saying(Secret), TestContext.Current.CancellationToken))
                heard.TrySetResult();
        });

        failure.Failure.ShouldBe(ProviderFailure.CutOff);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_connection_closed_before_any_sound_means_that_it_is_not_available(string provider)
    {
        await using var voices = await StartAsync(provider);
        voices.Server.Answers(Answer.HangUp());

        (await voices.FailAsync()).Failure.ShouldBe(ProviderFailure.Unavailable);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_refused_connection_means_that_it_is_not_available(string provider)
    {
        await using var voices = await StartAsync(provider);
        await voices.Server.DisposeAsync();

        (await voices.FailAsync()).Failure.ShouldBe(ProviderFailure.Unavailable);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_voice_that_does_not_begin_in_time_is_given_up(string provider)
    {
        var time = new ManualClock();
        await using var voices = await StartAsync(provider, time, ("Speaking:FirstSoundTimeout", "00:00:03"));
        var gone = new TaskCompletionSource();
        voices.Server.Answers(Answer.Silence() with { Steps = [new AnswerStep.Stall(gone)] });

        var failing = voices.FailAsync();
        await time.UntilSomebodyWaitsAsync(TimeSpan.FromSeconds(3));
        time.Advance(TimeSpan.FromSeconds(3));

        (await failing).Failure.ShouldBe(ProviderFailure.TimedOut);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_voice_that_falls_silent_in_the_middle_is_given_up(string provider)
    {
        var time = new ManualClock();
        await using var voices = await StartAsync(provider, time, ("Speaking:NextSoundTimeout", "00:00:04"));
        voices.Server.Answers(Answer.Sound(Sounds.Bytes(Sounds.Ramp)).Then(new AnswerStep.Stall()));

        var failing = voices.FailAsync();
        await time.UntilSomebodyWaitsAsync(TimeSpan.FromSeconds(4));
        time.Advance(TimeSpan.FromSeconds(4));

        (await failing).Failure.ShouldBe(ProviderFailure.TimedOut);
    }

    [Fact]
    public async Task A_listener_who_takes_their_time_is_not_mistaken_for_a_slow_voice()
    {
        var time = new ManualClock();
        await using var voices = await StartAsync("elevenlabs", time);
        var bytes = Sounds.Bytes(Sounds.Ramp);
        var more = new TaskCompletionSource();
        voices.Server.Answers(Answer.Sound(bytes[..4_000]).Then(new AnswerStep.Until(more.Task), new AnswerStep.Send(bytes[4_000..])));

        var count = 0;
        await foreach (var samples in voices.Voice.SpeakAsync(Saying("Xin chào."), TestContext.Current.CancellationToken))
        {
            time.Advance(TimeSpan.FromMinutes(1));
            more.TrySetResult();
            count += samples.Length;
        }

        count.ShouldBe(Sounds.Ramp.Length);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whoever_stops_listening_ends_the_request(string provider)
    {
        await using var voices = await StartAsync(provider);
        var gone = new TaskCompletionSource();
        voices.Server.Answers(Answer.Sound(Sounds.Bytes(Sounds.Ramp)).Then(new AnswerStep.Stall(gone)));

        using var stopping = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in voices.Voice.SpeakAsync(Saying("Xin chào."), stopping.Token))
                await stopping.CancelAsync();
        });

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
