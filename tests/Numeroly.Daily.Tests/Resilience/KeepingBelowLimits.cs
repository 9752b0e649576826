using Numeroly.Daily.Recordings;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Resilience;

/// <summary>Daily's rate limits, kept on our side. The client's clock stands still, so whoever waited for a turn would hang.</summary>
public sealed class KeepingBelowLimits
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_would_wait_longer_than_it_may_is_turned_away_at_once()
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.Limits.General = Hourly(2));
        daily.Server.Answers(Reply.Ok(Samples.Room));

        await GetAsync(daily);
        daily.Time.Advance(TimeSpan.FromMinutes(10));
        await GetAsync(daily);
        var failure = (await GetAsync(daily)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.RateLimited);
        failure.HttpStatus.ShouldBeNull();
        failure.MayHaveHappened.ShouldBeFalse();
        failure.RetryAfter.ShouldBe(TimeSpan.FromMinutes(50));
        daily.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_call_behind_others_is_told_the_wait_of_its_own_place()
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.Limits.General = Hourly(1));
        daily.Server.Answers(Reply.Ok(Samples.Room));
        await GetAsync(daily);

        var waiting = daily.Client.Within(TimeSpan.FromHours(2)).Rooms.GetAsync("r1", Token);
        var failure = (await GetAsync(daily)).Failure.ShouldNotBeNull();
        daily.Time.Advance(TimeSpan.FromHours(1));
        (await waiting).IsSuccess.ShouldBeTrue();

        failure.RetryAfter.ShouldBe(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task A_call_that_waits_is_turned_away_when_its_budget_ends()
    {
        await using var daily = await DailyUnderTest.StartAsync(options =>
            options.Limits.General = new DailyRateLimit { Requests = 1, Window = TimeSpan.FromSeconds(1) });
        using var slow = new CancellationTokenSource();
        daily.Server.Answers(new Reply.Silence());
        var unanswered = daily.Client.Rooms.GetAsync("r1", slow.Token);

        var waiting = daily.Client.Within(TimeSpan.FromSeconds(5)).Rooms.GetAsync("r2", Token);
        waiting.IsCompleted.ShouldBeFalse();
        daily.Time.Advance(TimeSpan.FromSeconds(5));

        (await waiting).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.RateLimited);
        await slow.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => unanswered);
        daily.Server.Requests.ShouldNotContain(request => request.Path == "/v1/rooms/r2");
    }

    [Fact]
    public async Task A_caller_that_gives_up_while_waiting_is_let_go()
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.Limits.General = Hourly(1));
        using var caller = new CancellationTokenSource();
        await GetAsync(daily);

        var waiting = daily.Client.Within(TimeSpan.FromHours(1)).Rooms.GetAsync("r1", caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Calls_over_the_limit_go_out_a_window_after_the_answers_before_them_and_in_the_order_they_came()
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.Limits.General = Hourly(1));
        daily.Server.Answers(Reply.Ok(Samples.Room));
        string[] rooms = ["r0", "r1", "r2", "r3"];

        var calls = rooms.Select(room => daily.Client.Within(TimeSpan.FromHours(10)).Rooms.GetAsync(room, Token)).ToList();
        for (var answered = 0; answered < rooms.Length; answered++)
        {
            (await calls[answered].WaitAsync(TimeSpan.FromSeconds(30), Token)).IsSuccess.ShouldBeTrue();
            daily.Server.Requests.Select(request => request.Path).ShouldBe(rooms.Take(answered + 1).Select(room => $"/v1/rooms/{room}"));
            await daily.Time.UntilSomebodyWaitsAsync(TimeSpan.FromHours(1), Token);
            daily.Time.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task Repetitions_count_against_the_limit_too()
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.Limits.General = Hourly(2));
        daily.Server.Answers(Reply.Error(500));

        var failure = (await GetAsync(daily)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.RateLimited);
        daily.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_node_uses_no_more_than_its_share()
    {
        await using var daily = await DailyUnderTest.StartAsync(options =>
        {
            options.Limits.General = Hourly(5);
            options.RateShare = 0.5;
        });
        daily.Server.Answers(Reply.Ok(Samples.Room));

        for (var n = 0; n < 5; n++)
            await GetAsync(daily);

        daily.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_of_Dailys_limits_is_kept_by_itself()
    {
        await using var daily = await DailyUnderTest.StartAsync(options =>
        {
            options.Limits.General = Hourly(1);
            options.Limits.RoomDeletion = Hourly(1);
            options.Limits.RecordingList = Hourly(1);
            options.Limits.RecordingStart = Hourly(1);
        });
        daily.Server.Answers(received => Reply.Ok(received.Path.EndsWith("recordings", StringComparison.Ordinal) ? Samples.List() : Samples.Room));

        (await GetAsync(daily)).IsSuccess.ShouldBeTrue();
        (await daily.Client.Rooms.DeleteAsync("r1", Token)).IsSuccess.ShouldBeTrue();
        (await daily.Client.Recordings.ListAsync("r1", new PageRequest(), Token)).IsSuccess.ShouldBeTrue();
        (await daily.Client.Calls.StartRecordingAsync("r1", new RecordingOptions(), Token)).IsSuccess.ShouldBeTrue();

        (await daily.Client.Rooms.DeleteAsync("r1", Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.RateLimited);
        daily.Server.Requests.Count.ShouldBe(4);
    }

    // Bounded, since whoever is not turned away on a clock that stands still would wait for ever.
    private static Task<DailyResult<Room>> GetAsync(DailyUnderTest daily) =>
        daily.Client.Rooms.GetAsync("r1", Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

    private static DailyRateLimit Hourly(int requests) => new() { Requests = requests, Window = TimeSpan.FromHours(1) };
}
