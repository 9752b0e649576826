using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Resilience;

public sealed class Observing
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_counted_and_timed_by_operation_and_outcome()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        var measured = new ConcurrentBag<(string Instrument, string Tags)>();
        using var listener = Listen(daily, measured);
        daily.Server.Answers(Reply.Error(500), Reply.Ok(Samples.Room), Reply.Error(404));

        await daily.Client.Rooms.GetAsync("r1", Token);
        await daily.Client.Rooms.GetAsync("r1", Token);

        measured.ShouldContain(("daily.calls", "daily.operation=rooms.get daily.outcome=Success"));
        measured.ShouldContain(("daily.calls", "daily.operation=rooms.get daily.outcome=NotFound"));
        measured.ShouldContain(("daily.call.duration", "daily.operation=rooms.get daily.outcome=Success"));
        measured.ShouldContain(("daily.repetitions", "daily.operation=rooms.get daily.outcome=Unavailable"));
        measured.Count(one => one == ("daily.limiter.wait", "daily.bucket=General")).ShouldBe(3);
    }

    [Fact]
    public async Task A_call_the_caller_gave_up_is_counted_as_such()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        var measured = new ConcurrentBag<(string Instrument, string Tags)>();
        using var listener = Listen(daily, measured);
        using var caller = new CancellationTokenSource();
        daily.Server.Answers(new Reply.Silence());
        daily.Server.OnSilence(caller.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(() => daily.Client.Rooms.GetAsync("r1", caller.Token));

        measured.ShouldContain(("daily.calls", "daily.operation=rooms.get daily.outcome=Cancelled"));
    }

    [Fact]
    public async Task A_call_is_traced_with_its_room_and_outcome()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        var traced = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DailyDiagnostics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = traced.Add,
        };
        ActivitySource.AddActivityListener(listener);
        daily.Server.Answers(Reply.Error(503), Reply.Error(400));

        await daily.Client.Rooms.GetAsync("a-room-of-this-test", Token);

        var activity = traced.Single(one => one.GetTagItem("daily.room") is "a-room-of-this-test");
        activity.OperationName.ShouldBe("rooms.get");
        activity.Status.ShouldBe(ActivityStatusCode.Error);
        activity.GetTagItem("daily.outcome").ShouldBe("Refused");
        activity.GetTagItem("daily.attempts").ShouldBe(2);
        activity.GetTagItem("http.response.status_code").ShouldBe(400);
    }

    private static MeterListener Listen(DailyUnderTest daily, ConcurrentBag<(string Instrument, string Tags)> measured)
    {
        var meters = daily.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == DailyDiagnostics.Name && ReferenceEquals(instrument.Meter.Scope, meters))
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => measured.Add((instrument.Name, Text(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Add((instrument.Name, Text(tags))));
        listener.Start();
        return listener;
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
