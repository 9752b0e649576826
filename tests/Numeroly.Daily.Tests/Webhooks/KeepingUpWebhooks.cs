using Numeroly.Daily.Tests.Fakes;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Daily.Tests.Webhooks;

public sealed class KeepingUpWebhooks
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Samples.Webhook)]
    [InlineData($"[{Samples.Webhook}]")]
    [InlineData($" \n[{Samples.Webhook}]")]
    public async Task One_webhook_is_read_as_an_object_and_as_an_array_of_one(string json)
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok(json));

        var webhook = (await daily.Client.Webhooks.GetAsync("w1", Token)).Value.ShouldNotBeNull();

        webhook.Uuid.ShouldBe("w1");
        webhook.Hmac.ShouldNotBeNull().Reveal().ShouldBe("c2VjcmV0LWhtYWMta2V5");
        webhook.EventTypes.ShouldBe(["participant.joined", "participant.left"]);
        webhook.FailedCount.ShouldBe(0);
        webhook.LastPushedAt.ShouldBeNull();
        (await daily.Client.Webhooks.ListAsync(Token)).Value.ShouldNotBeNull().ShouldHaveSingleItem().Uuid.ShouldBe("w1");
    }

    [Fact]
    public async Task A_webhook_is_asked_for_in_Dailys_words()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok(Samples.Webhook));

        await daily.Client.Webhooks.CreateAsync(Samples.Settings, Token);

        daily.Server.Requests.ShouldHaveSingleItem().Body.ShouldBe(
            """{"url":"https://api.numeroly.example/webhooks/daily","eventTypes":["participant.joined","participant.left"],"hmac":"c2VjcmV0LWhtYWMta2V5","basicAuth":"dXNlcjpwYXNz","retryType":"exponential"}""");
    }

    [Theory]
    [InlineData("\"ACTIVE\"", false)]
    [InlineData("\"ACTVIE\"", false)]
    [InlineData("\"FAILED\"", true)]
    [InlineData("\"failed\"", true)]
    [InlineData("\"INACTIVE\"", true)]
    [InlineData("\"RESTING\"", false)]
    [InlineData("1", false)]
    [InlineData("0", true)]
    [InlineData("2", true)]
    [InlineData("null", false)]
    public async Task Any_state_is_read_and_the_stopped_ones_are_known(string state, bool stopped)
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok($$"""{"uuid":"w1","state":{{state}}}"""));

        (await daily.Client.Webhooks.GetAsync("w1", Token)).Value.ShouldNotBeNull().HasStopped.ShouldBe(stopped);
    }

    [Fact]
    public async Task Making_a_webhook_is_given_time_for_the_test_delivery()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(new Reply.Silence());

        var making = daily.Client.Webhooks.CreateAsync(Samples.Settings, Token);
        await daily.Time.UntilSomebodyWaitsAsync(TimeSpan.FromSeconds(15), Token);
        daily.Time.Advance(TimeSpan.FromSeconds(15));

        (await making).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.TimedOut);
    }

    [Fact]
    public void With_none_one_is_made() =>
        WebhookUpkeep.Decide([], Samples.Settings).ShouldBe(new WebhookUpkeep.Create());

    [Fact]
    public void With_the_one_that_is_wanted_nothing_is_done()
    {
        WebhookUpkeep.Decide([AsWanted], Samples.Settings).ShouldBe(new WebhookUpkeep.Nothing());
        WebhookUpkeep.Decide([AsWanted], Samples.Settings with { Hmac = null, BasicAuth = null }).ShouldBe(new WebhookUpkeep.Nothing());
        WebhookUpkeep.Decide([AsWanted with { EventTypes = ["participant.left", "participant.joined"] }], Samples.Settings).ShouldBe(new WebhookUpkeep.Nothing());
    }

    public static TheoryData<WebhookDrift> Drifts => [.. Enum.GetValues<WebhookDrift>()];

    [Theory]
    [MemberData(nameof(Drifts))]
    public void What_differs_is_updated_and_named(WebhookDrift drift)
    {
        var drifted = drift switch
        {
            WebhookDrift.Address => AsWanted with { Address = "https://old.numeroly.example/daily" },
            WebhookDrift.EventTypes => AsWanted with { EventTypes = ["participant.joined"] },
            WebhookDrift.Hmac => AsWanted with { Hmac = new Secret("b2xk") },
            WebhookDrift.BasicAuth => AsWanted with { BasicAuth = null },
            WebhookDrift.RetryType => AsWanted with { RetryType = "circuit-breaker" },
            _ => AsWanted with { State = "FAILED" },
        };

        var update = WebhookUpkeep.Decide([drifted], Samples.Settings).ShouldBeOfType<WebhookUpkeep.Update>();

        update.Uuid.ShouldBe("w1");
        update.Why.ShouldBe([drift]);
    }

    [Fact]
    public void Among_several_the_one_with_our_address_is_ours()
    {
        var other = AsWanted with { Uuid = "w0", Address = "https://elsewhere.example/" };

        WebhookUpkeep.Decide([other, AsWanted], Samples.Settings).ShouldBe(new WebhookUpkeep.Nothing());
    }

    [Fact]
    public void A_foreign_one_is_taken_over_since_a_domain_has_only_one()
    {
        var update = WebhookUpkeep.Decide([new Webhook("w0", "https://elsewhere.example/")], Samples.Settings).ShouldBeOfType<WebhookUpkeep.Update>();

        update.Uuid.ShouldBe("w0");
        update.Why.ShouldBe([WebhookDrift.Address, WebhookDrift.EventTypes, WebhookDrift.Hmac, WebhookDrift.BasicAuth, WebhookDrift.RetryType]);
    }

    private static Webhook AsWanted { get; } = new("w1", "https://api.numeroly.example/webhooks/daily")
    {
        Hmac = new Secret("c2VjcmV0LWhtYWMta2V5"),
        BasicAuth = new Secret("dXNlcjpwYXNz"),
        RetryType = "exponential",
        EventTypes = ["participant.joined", "participant.left"],
        State = "ACTIVE",
    };
}
