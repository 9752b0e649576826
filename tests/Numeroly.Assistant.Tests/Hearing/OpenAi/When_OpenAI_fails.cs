using Microsoft.AspNetCore.Http;
using Numeroly.Assistant.Hearing.OpenAi;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Tests.Hearing.OpenAi;

public class When_OpenAI_fails
{
    [Theory]
    [InlineData(400, ProviderFailure.Refused, 1)]
    [InlineData(413, ProviderFailure.Refused, 1)]
    [InlineData(403, ProviderFailure.NotAllowed, 1)]
    [InlineData(429, ProviderFailure.RateLimited, 1)]
    [InlineData(500, ProviderFailure.Unavailable, 2)]
    [InlineData(503, ProviderFailure.Unavailable, 2)]
    public async Task Each_answer_has_its_meaning_and_only_a_fault_is_asked_about_again(int status, ProviderFailure expected, int attempts)
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("my secret wish");
        });

        var failure = await Should.ThrowAsync<ProviderException>(() => openAi.TranscribeAsync(Sound.Vowel(1)));

        failure.Failure.ShouldBe(expected);
        failure.ToString().ShouldNotContain("secret wish");
        openAi.Forms.Count.ShouldBe(attempts);
    }

    [Fact]
    public async Task A_fault_that_passes_is_not_noticed()
    {
        await using var openAi = await OpenAiService.StartAsync((context, number) =>
        {
            if (number > 1) return context.Response.WriteAsJsonAsync(new { text = "Hello." });
            context.Response.StatusCode = 502;
            return Task.CompletedTask;
        });

        (await openAi.TranscribeAsync(Sound.Vowel(1)))[^1].Text.ShouldBe("Hello.");
    }

    [Fact]
    public async Task A_wrong_key_is_named_as_such_and_never_said()
    {
        await using var openAi = await OpenAiService.StartAsync((_, _) => Task.CompletedTask);

        var failure = await Should.ThrowAsync<ProviderException>(() => openAi.TranscribeAsync(Sound.Vowel(1), options => options.ApiKey = "sk-wrong"));

        failure.Failure.ShouldBe(ProviderFailure.NotAllowed);
        failure.ToString().ShouldNotContain("sk-wrong");
    }

    [Fact]
    public async Task Text_that_breaks_off_is_cut_off()
    {
        OpenAiService? service = null;
        await using var openAi = service = await OpenAiService.StartAsync(async (context, _) =>
        {
            await OpenAiService.StreamAsync(context, OpenAiService.Delta("What is"));
            await service!.UntilToldAsync("What is");
            context.Abort();
        });

        (await Should.ThrowAsync<ProviderException>(() => openAi.TranscribeAsync(Sound.Vowel(1)))).Failure.ShouldBe(ProviderFailure.CutOff);
    }

    [Fact]
    public async Task A_stream_that_ends_without_its_end_is_cut_off()
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) => OpenAiService.StreamAsync(context, OpenAiService.Delta("What is")));

        (await Should.ThrowAsync<ProviderException>(() => openAi.TranscribeAsync(Sound.Vowel(1)))).Failure.ShouldBe(ProviderFailure.CutOff);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_is_not_quoted()
    {
        await using var openAi = await OpenAiService.StartAsync((context, _) => context.Response.WriteAsync("my secret wish"));

        var failure = await Should.ThrowAsync<ProviderException>(() => openAi.TranscribeAsync(Sound.Vowel(1)));

        failure.Failure.ShouldBe(ProviderFailure.Unavailable);
        failure.ToString().ShouldNotContain("secret wish");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_that_is_too_slow_to_begin_or_to_end_is_given_up(bool begins)
    {
        await using var openAi = await OpenAiService.StartAsync(async (context, _) =>
        {
            if (begins) await OpenAiService.StreamAsync(context, OpenAiService.Delta("What"));
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var failure = await Should.ThrowAsync<ProviderException>(() => openAi.TranscribeAsync(Sound.Vowel(1), options => options.Patience = TimeSpan.FromMilliseconds(300)));

        failure.Failure.ShouldBe(ProviderFailure.TimedOut);
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", "https://api.openai.com/v1/audio/transcriptions")]
    [InlineData("https://api.groq.com/openai/v1/", "https://api.groq.com/openai/v1/audio/transcriptions")]
    [InlineData("http://127.0.0.1:8000", "http://127.0.0.1:8000/v1/audio/transcriptions")]
    public void The_address_may_end_with_its_version_or_not(string given, string asked) =>
        new OpenAiTranscriptionOptions { BaseUrl = new(given) }.Address.ShouldBe(new Uri(asked));
}
