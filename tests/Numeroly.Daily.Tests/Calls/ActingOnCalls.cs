using Numeroly.Daily.Calls;
using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Calls;

public sealed class ActingOnCalls
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_goes_to_its_recipient_in_its_own_shape()
    {
        await using var daily = await DailyUnderTest.StartAsync();

        await daily.Client.Calls.SendAppMessageAsync("r1", Samples.Message, "s1", Token);

        daily.Server.Requests.ShouldHaveSingleItem().Body
            .ShouldBe("""{"data":{"type":"processing_status","seq":4},"recipient":"s1"}""");
    }

    [Fact]
    public async Task A_message_that_may_have_gone_out_is_not_sent_again()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(new Reply.HangUp(), Reply.Ok("{}"));

        var sent = await SendAsync(daily);

        sent.Failure.ShouldNotBeNull().MayHaveHappened.ShouldBeTrue();
        daily.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_certainly_did_not_go_out_is_sent_again()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(new Reply.Answer(429, "{}", RetryAfter: "0"), Reply.Ok("{}"));

        (await SendAsync(daily)).IsSuccess.ShouldBeTrue();

        daily.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Putting_out_names_whom_and_says_who_was_there()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok("""{"ejectedIds":["s1"]}"""));

        var users = await daily.Client.Calls.EjectAsync("r1", Ejection.OfUsers("u1", "u2"), Token);
        await daily.Client.Calls.EjectAsync("r1", Ejection.OfSessions("s1") with { Ban = true }, Token);

        users.Value.ShouldNotBeNull().SessionIds.ShouldBe(["s1"]);
        daily.Server.Requests.Select(request => request.Body)
            .ShouldBe(["""{"user_ids":["u1","u2"]}""", """{"ids":["s1"],"ban":true}"""]);
    }

    [Fact]
    public async Task Presence_is_read_for_one_room_and_for_all()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        const string lan = """{"id":"s1","userId":"u1","userName":"Lan","joinTime":"2026-11-22T09:00:00.000Z","duration":7}""";
        var expected = new Present("r1", "s1")
        {
            UserId = "u1",
            UserName = "Lan",
            JoinedAt = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero),
            Duration = TimeSpan.FromSeconds(7),
        };

        daily.Server.Answers(Reply.Ok(Samples.List(lan)));
        (await daily.Client.Calls.PresenceAsync("r1", Token)).Value.ShouldBe([expected]);

        daily.Server.Answers(Reply.Ok($$"""{"r1":[{{lan}}],"r2":[],"r3":null}"""));
        var all = (await daily.Client.Calls.PresenceEverywhereAsync(Token)).Value.ShouldNotBeNull();
        all["r1"].ShouldBe([expected]);
        all["r2"].ShouldBeEmpty();
        all["r3"].ShouldBeEmpty();
    }

    private static Task<DailyResult<MessageSent>> SendAsync(DailyUnderTest daily) =>
        daily.Client.Calls.SendAppMessageAsync("r1", Samples.Message, "*", Token);
}
