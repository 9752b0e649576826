using Numeroly.Bench.Measuring;
using Numeroly.Bench.Reporting;
using Numeroly.Harness;

namespace Numeroly.Bench.NotBlocked;

/// <summary>Saving while nothing else goes on, while a crowd waits for Daily, and while a crowd keeps coming.</summary>
internal sealed class NotBlockedScenarios(Saving saving, Creations creations, SlowDaily daily, TimeSpan duration)
{
    private const string Group = "Saving messages";
    private const string Quiet = "yardstick: nothing else going on";
    private const int CallsOfACreation = 2;

    private static readonly CancellationToken OnlyOnce = new(canceled: true);

    public IReadOnlyList<Scenario> All() =>
    [
        new(Group, Quiet, QuietAsync),
        new(Group, $"{creations.AtOnce} creations waiting for Daily", WaitingAsync, Quiet),
        new(Group, $"{creations.AtOnce} creations, each followed by another", FollowedAsync, Quiet),
        new(Group, "as many creations a second, Daily answering at once", AnsweredAtOnceAsync, Quiet),
    ];

    private TimeSpan ACreation => daily.Delay * CallsOfACreation;

    private async Task<Measurement> QuietAsync(CancellationToken cancellation)
    {
        await daily.SlowDownAsync();
        return (await SavedDuring.RunAsync(saving, () => Task.Delay(duration, cancellation), cancellation)).ToMeasurement();
    }

    /// <summary>From when all have asked Daily for a room until the first has its answer: nobody comes, nobody goes.</summary>
    private async Task<Measurement> WaitingAsync(CancellationToken cancellation)
    {
        await daily.SlowDownAsync();
        var crowd = creations.RunAsync(TimeSpan.Zero, OnlyOnce);
        await AllHaveAskedAsync();
        if (creations.FirstAnswered.IsCompleted)
            throw new InvalidOperationException("The first creation was answered before the last had asked Daily for its room, so they were never all under way. Use a longer --delay, or fewer --creations.");
        var saved = await SavedDuring.RunAsync(saving, () => creations.FirstAnswered.WaitAsync(cancellation), cancellation);
        await crowd;
        return await BesideAsync(saved.Until(creations.Completed.Select(one => one.To).Append(saved.Window.To).Min()));
    }

    /// <summary>As many under way all the time, with all the work of beginning and finishing them.</summary>
    private async Task<Measurement> FollowedAsync(CancellationToken cancellation)
    {
        await daily.SlowDownAsync();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var crowd = creations.RunAsync(over: ACreation, enough.Token);
        await Task.Delay(ACreation, cancellation);
        await AllHaveAskedAsync();
        var saved = await SavedDuring.RunAsync(saving, () => Task.Delay(duration, cancellation), cancellation);
        await enough.CancelAsync();
        await crowd;
        return await BesideAsync(saved);
    }

    /// <summary>The same work with nobody waiting: what is left is the price of the work.</summary>
    private async Task<Measurement> AnsweredAtOnceAsync(CancellationToken cancellation)
    {
        await daily.SpeedUpAsync();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var crowd = creations.RunAtRateAsync(creations.AtOnce / ACreation.TotalSeconds, enough.Token);
        var saved = await SavedDuring.RunAsync(saving, () => Task.Delay(duration, cancellation), cancellation);
        await enough.CancelAsync();
        await crowd;
        return await BesideAsync(saved);
    }

    private Task AllHaveAskedAsync() => Eventually.HoldsAsync(
        async () => await daily.RoomsAskedForAsync() >= creations.AtOnce, "all creations to have asked Daily for a room", TimeSpan.FromMinutes(1));

    private async Task<Measurement> BesideAsync(SavedDuring saved)
    {
        foreach (var (how, count) in creations.Failures) ProgressLine.Say($"{count} creations failed: {how}");
        var underWay = Concurrency.Of(creations.Completed, saved.Window);
        var atDaily = Concurrency.Of(await daily.CallsAsync(), saved.Window);
        var measured = saved.ToMeasurement();
        return measured with
        {
            Counts = measured.Counts.AddRange(new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["creations under way, least"] = underWay.Min,
                ["creations under way, mean"] = underWay.Mean,
                ["calls that Daily was busy with, least"] = atDaily.Min,
                ["calls that Daily was busy with, mean"] = atDaily.Mean,
                ["creations completed"] = creations.Completed.Count,
                ["creations completed per second of the window"] = creations.Completed.Count(one => saved.Window.Contains(one.To)) / saved.Window.Took.TotalSeconds,
                ["creations failed"] = creations.Failed,
                ["a creation takes, p50 ms"] = Latency.Of(creations.Completed.Select(one => one.Took)).P50Ms,
            }),
        };
    }
}
