using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests;

/// <summary>Every call, met by every way of failing, gives the failure that stands for it.</summary>
public sealed class NamingFailures
{
    private const int Once = 1;
    private const int WithRepetitions = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task A_good_answer_is_a_success(string name)
    {
        await using var daily = await DailyUnderTest.StartAsync();
        var call = EveryCall.Named(name);
        daily.Server.Answers(call.Meets(Reply.Ok(call.Good)));

        (await call.Make(daily.Client)).ShouldBeNull();

        daily.Server.Requests.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer " + DailyUnderTest.ApiKey);
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task A_400_is_a_refusal_with_Dailys_words_and_is_not_repeated(string name)
    {
        var (call, failure, requests) = await MeetAsync(name, Reply.Error(400, "invalid-request-error", "that will not do"));
        requests.ShouldBe(Once);
        if (call.AlreadySo.Contains(400))
        {
            failure.ShouldBeNull();
            return;
        }

        failure.ShouldBe(new DailyFailure(DailyFailureKind.Refused, name)
        {
            HttpStatus = 400,
            Error = "invalid-request-error",
            Info = "that will not do",
        });
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task Another_4xx_is_a_refusal(string name)
    {
        var (call, failure, requests) = await MeetAsync(name, Reply.Error(402, "invalid-plan-type"));
        requests.ShouldBe(Once);
        if (!call.AlreadySo.Contains(400))
            failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Refused);
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task A_missing_or_wrong_key_is_named_so_whatever_its_status(string name)
    {
        Reply[] replies =
        [
            Reply.Error(400, "authorization-header-error"),
            new Reply.Answer(401, """{"error":"authentication-error"}"""),
            Reply.Error(403, "forbidden-error"),
        ];
        foreach (var reply in replies)
        {
            var (_, failure, requests) = await MeetAsync(name, reply);
            failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Unauthorized);
            failure.MayHaveHappened.ShouldBeFalse();
            failure.IsTemporary.ShouldBeFalse();
            requests.ShouldBe(Once);
        }
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task A_404_says_that_it_is_not_there_or_that_no_call_runs_or_that_it_is_gone_already(string name)
    {
        var (call, failure, requests) = await MeetAsync(name, Reply.Error(404, "not-found"));
        failure?.Kind.ShouldBe(call.NotFound);
        (failure is null).ShouldBe(call.AlreadySo.Contains(404));
        requests.ShouldBe(Once);
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task A_429_is_repeated_by_every_call_since_it_was_not_carried_out(string name)
    {
        var (_, failure, requests) = await MeetAsync(name, Reply.Error(429, "rate-limit-error"));
        failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.RateLimited);
        failure.MayHaveHappened.ShouldBeFalse();
        failure.RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
        requests.ShouldBe(WithRepetitions);
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task A_5xx_may_have_happened_and_is_repeated_only_where_that_does_no_harm(string name)
    {
        foreach (var status in (int[])[500, 502, 503])
        {
            var (call, failure, requests) = await MeetAsync(name, Reply.Error(status, "server-error"));
            ShouldBeAmbiguous(call, failure, requests, DailyFailureKind.Unavailable);
            failure!.HttpStatus.ShouldBe(status);
        }
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task Silence_is_a_time_out(string name)
    {
        var (call, failure, requests) = await MeetAsync(name, new Reply.Silence());
        ShouldBeAmbiguous(call, failure, requests, DailyFailureKind.TimedOut);
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task A_connection_cut_after_sending_is_a_lost_answer(string name)
    {
        foreach (var cut in (Reply[])[new Reply.HangUp(), new Reply.HangUpInBody(200)])
        {
            var (call, failure, requests) = await MeetAsync(name, cut);
            ShouldBeAmbiguous(call, failure, requests, DailyFailureKind.AnswerLost);
        }
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task A_refusal_cut_in_its_body_is_a_refusal_all_the_same(string name)
    {
        var (_, failure, requests) = await MeetAsync(name, new Reply.HangUpInBody(403));
        failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Unauthorized);
        requests.ShouldBe(Once);
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task An_answer_that_is_not_Dailys_is_malformed_unless_only_its_status_counts(string name)
    {
        foreach (var body in (string[])["<html>welcome to the hotel's network</html>", "null", "", "[[]]"])
        {
            var (call, failure, requests) = await MeetAsync(name, Reply.Ok(body));
            requests.ShouldBe(Once);
            (failure is null).ShouldBe(call.ReadsNothing);
            failure?.Kind.ShouldBe(DailyFailureKind.Malformed);
            failure?.MayHaveHappened.ShouldBe(call.LeavesTrace);
        }
    }

    [Fact]
    public async Task An_answer_in_letters_nobody_knows_is_malformed()
    {
        var (_, failure, _) = await MeetAsync("rooms.get", new Reply.Answer(200, Samples.Room, ContentType: "application/json; charset=klingon"));
        failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Malformed);
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task A_redirect_is_not_followed(string name)
    {
        var (_, failure, requests) = await MeetAsync(name, new Reply.Answer(302, "", Location: "/v1/elsewhere"));
        failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Malformed);
        requests.ShouldBe(Once);
    }

    [Theory]
    [MemberData(nameof(EveryCall.Names), MemberType = typeof(EveryCall))]
    public async Task Where_nobody_listens_nothing_happened(string name)
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.ApiUrl = new Uri("http://127.0.0.1:9/v1"));

        var failure = await EveryCall.Named(name).Make(daily.Client);

        failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Unavailable);
        failure.HttpStatus.ShouldBeNull();
        failure.MayHaveHappened.ShouldBeFalse();
        failure.IsTemporary.ShouldBeTrue();
    }

    private static void ShouldBeAmbiguous(EveryCall call, DailyFailure? failure, int requests, DailyFailureKind kind)
    {
        failure.ShouldNotBeNull().Kind.ShouldBe(kind);
        failure.Operation.ShouldBe(call.Name);
        failure.MayHaveHappened.ShouldBe(call.LeavesTrace);
        failure.IsTemporary.ShouldBeTrue();
        requests.ShouldBe(call.Repeatable ? WithRepetitions : Once);
    }

    private static async Task<(EveryCall Call, DailyFailure? Failure, int Requests)> MeetAsync(string name, Reply reply)
    {
        await using var daily = await DailyUnderTest.StartAsync();
        var call = EveryCall.Named(name);
        daily.Server.Answers(call.Meets(reply));
        daily.Server.OnSilence(() => daily.Time.Advance(TimeSpan.FromSeconds(15)));

        var failure = await call.Make(daily.Client).WaitAsync(TimeSpan.FromSeconds(60), Token);
        return (call, failure, daily.Server.Requests.Count(request => request.Line == call.Line));
    }
}
