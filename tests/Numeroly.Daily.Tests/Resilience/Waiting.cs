using System.Globalization;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Resilience;

/// <summary>When the client waits, for how long, and when it does not begin to.</summary>
public sealed class Waiting
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Retry_After_in_seconds_is_waited_for(int status)
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(new Reply.Answer(status, "{}", RetryAfter: "7"), Reply.Ok(Samples.Room));

        await ShouldWaitAsync(daily, TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Retry_After_as_a_date_is_waited_for()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        var date = (daily.Time.GetUtcNow() + TimeSpan.FromSeconds(9)).ToString("R", CultureInfo.InvariantCulture);
        daily.Server.Answers(new Reply.Answer(429, "{}", RetryAfter: date), Reply.Ok(Samples.Room));

        await ShouldWaitAsync(daily, TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_budget_fails_at_once_and_says_when_to_come_again()
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.TotalBudget = TimeSpan.FromSeconds(20));
        daily.Server.Answers(new Reply.Answer(429, "{}", RetryAfter: "21"));

        var failure = (await GetAsync(daily.Client)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.RateLimited);
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(21));
        daily.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_Retry_After_a_429_says_to_come_again_after_the_limits_window()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Error(429));

        (await GetAsync(daily.Client)).Failure.ShouldNotBeNull().RetryAfter.ShouldBe(TimeSpan.FromSeconds(5));
        (await daily.Client.Rooms.DeleteAsync("r1", Token)).Failure.ShouldNotBeNull().RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_budget_ends_a_call_in_the_middle_of_an_attempt()
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.TotalBudget = TimeSpan.FromSeconds(20));
        daily.Server.Answers(new Reply.Silence());
        daily.Server.OnSilence(() => daily.Time.Advance(TimeSpan.FromSeconds(8)));

        var failure = (await GetAsync(daily.Client)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.TimedOut);
        daily.Time.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 11, 22, 9, 0, 24, TimeSpan.Zero));
        daily.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_budget_ends_a_pause_and_the_last_answer_stands()
    {
        await using var daily = await DailyUnderTest.StartAsync(options =>
        {
            options.TotalBudget = TimeSpan.FromSeconds(20);
            options.RetryBaseDelay = TimeSpan.FromMinutes(30);
        });
        daily.Server.Answers(Reply.Error(500, "server-error"));

        var call = daily.Client.Rooms.GetAsync("r1", Token);
        await daily.Time.UntilSomebodyWaitsAsync(TimeSpan.FromSeconds(20), Token);
        while (daily.Server.Requests.Count == 0)
            await Task.Yield();
        while (!call.IsCompleted)
        {
            daily.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), Token);
        }

        var failure = (await call).Failure.ShouldNotBeNull();
        failure.HttpStatus.ShouldBe(500);
        daily.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_budget_may_be_set_for_some_calls()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(new Reply.Answer(429, "{}", RetryAfter: "7"));

        var failure = (await GetAsync(daily.Client.Within(TimeSpan.FromSeconds(6)))).Failure.ShouldNotBeNull();

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        daily.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_callers_own_cancellation_passes_through()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        using var caller = new CancellationTokenSource();
        daily.Server.Answers(new Reply.Silence());
        daily.Server.OnSilence(caller.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(() => daily.Client.Rooms.GetAsync("r1", caller.Token));

        daily.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task With_no_repetitions_allowed_one_attempt_is_all()
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.Retries = 0);
        daily.Server.Answers(Reply.Error(500));

        (await daily.Client.Rooms.GetAsync("r1", Token)).IsSuccess.ShouldBeFalse();

        daily.Server.Requests.Count.ShouldBe(1);
    }

    // Bounded, since a pause on a clock that stands still would last for ever.
    private static Task<DailyResult<Room>> GetAsync(DailyClient client) =>
        client.Rooms.GetAsync("r1", Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

    private static async Task ShouldWaitAsync(DailyUnderTest daily, TimeSpan wait)
    {
        var call = daily.Client.Rooms.GetAsync("r1", Token);
        await daily.Time.UntilSomebodyWaitsAsync(wait, Token);
        daily.Server.Requests.Count.ShouldBe(1);
        call.IsCompleted.ShouldBeFalse();

        daily.Time.Advance(wait);

        (await call).IsSuccess.ShouldBeTrue();
        daily.Server.Requests.Count.ShouldBe(2);
    }
}
