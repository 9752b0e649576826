namespace Numeroly.Assistant.Tests.Running;

/// <summary>Waits for what happens in the background: looks again and again until it is there or the deadline passed.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static Task HoldsAsync(Func<bool> condition, string what) => HoldsAsync(() => Task.FromResult(condition()), seen => seen, what);

    public static async Task<T> HoldsAsync<T>(Func<Task<T>> look, Func<T, bool> condition, string what)
    {
        var stop = TestContext.Current.CancellationToken;
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (condition(seen)) return seen;
            if (TimeProvider.System.GetElapsedTime(started) > Deadline) throw new TimeoutException($"{what} did not come about; last seen: {seen}");
            await Task.Delay(Pause, stop);
        }
    }
}
