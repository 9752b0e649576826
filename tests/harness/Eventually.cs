using System.Diagnostics;

namespace Numeroly.Harness;

/// <summary>Waits for a condition, with a deadline that only a broken program reaches.</summary>
public static class Eventually
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan? deadline = null) =>
        BecomesAsync(condition, holds => holds, what, deadline);

    public static Task HoldsAsync(Func<bool> condition, string what, TimeSpan? deadline = null) =>
        BecomesAsync(() => Task.FromResult(condition()), holds => holds, what, deadline);

    /// <summary>The first value that satisfies the condition.</summary>
    /// <exception cref="TimeoutException">None did in time; says what was waited for and what was seen last.</exception>
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> look, Func<T, bool> satisfies, string what, TimeSpan? deadline = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (satisfies(seen)) return seen;
            if (Stopwatch.GetElapsedTime(started) > (deadline ?? Deadline)) throw new TimeoutException($"Waited in vain for: {what}. Seen last: {seen}");
            await Task.Delay(20);
        }
    }
}
