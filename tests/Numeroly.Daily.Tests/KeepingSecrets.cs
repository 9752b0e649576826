using Microsoft.Extensions.Logging;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Tests.Fakes;
using Numeroly.Daily.Tokens;
using Numeroly.Daily.Webhooks;
using Numeroly.Harness;

namespace Numeroly.Daily.Tests;

public sealed class KeepingSecrets
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_log_line_and_no_failure_holds_the_key_even_when_the_answer_quotes_it()
    {
        var lines = new LoggedLines();
        await using var daily = await DailyUnderTest.StartAsync(Unlimited, Into(lines));
        foreach (var status in (int[])[200, 302, 400, 401, 403, 404, 429, 500, 503])
        {
            daily.Server.Answers(received => Reply.Error(status, $"said {received.Authorization}", $"said {received.Authorization}"));
            foreach (var call in EveryCall.All)
                $"{await call.Make(daily.Client)}".ShouldNotContain(DailyUnderTest.ApiKey);
        }

        lines.All.ShouldNotBeEmpty();
        lines.All.ShouldAllBe(line => !line.Contains(DailyUnderTest.ApiKey));
    }

    [Fact]
    public async Task No_log_line_quotes_what_was_sent_or_answered()
    {
        var lines = new LoggedLines();
        await using var daily = await DailyUnderTest.StartAsync(logging: Into(lines));
        foreach (var reply in (Reply[])[Reply.Ok("""{"token":"ey.jwt"}"""), Reply.Error(400, info: "ey.jwt"), Reply.Ok("ey.jwt")])
        {
            daily.Server.Answers(reply);
            await daily.Client.Tokens.CreateAsync(new NewMeetingToken("r1", "u1") { UserName = "Lan Anh" }, Token);
            await daily.Client.Calls.SendAppMessageAsync("r1", Samples.Message, "*", Token);
        }

        lines.All.ShouldContain(line => line.Contains("meeting-tokens.create") && line.Contains("r1") && line.Contains("400") && line.Contains("Refused"));
        lines.All.ShouldAllBe(line => !line.Contains("ey.jwt") && !line.Contains("Lan Anh") && !line.Contains("processing_status"));
    }

    [Fact]
    public void What_holds_a_secret_prints_without_it()
    {
        object[] holders =
        [
            new Secret("hush-hush"),
            new MeetingToken(new Secret("hush-hush"), "r1", "u1", ExpiresAt: null),
            new RecordingLink(new Secret("hush-hush"), ExpiresAt: null),
            Samples.Settings with { Hmac = new Secret("hush-hush"), BasicAuth = new Secret("hush-hush") },
            new Webhook("w1", Address: null) { Hmac = new Secret("hush-hush"), BasicAuth = new Secret("hush-hush") },
            new DailyOptions { ApiKey = "hush-hush" },
            new WebhookVerification { Hmac = "hush-hush", BasicAuth = "hush-hush" },
        ];

        foreach (var holder in holders)
            $"{holder}".ShouldNotContain("hush-hush");
    }

    [Fact]
    public void Secrets_are_equal_by_what_they_hold()
    {
        new Secret("a").ShouldBe(new Secret("a"));
        new Secret("a").ShouldNotBe(new Secret("b"));
    }

    private static Action<ILoggingBuilder> Into(LoggedLines lines) => builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(lines);

    private static void Unlimited(DailyOptions options)
    {
        var plenty = new DailyRateLimit { Requests = 100_000, Window = TimeSpan.FromSeconds(1) };
        options.Limits = new DailyRateLimits { General = plenty, RoomDeletion = plenty, RecordingList = plenty, RecordingStart = plenty };
    }
}
