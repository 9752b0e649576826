using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.NotBlocked;

/// <summary>The stand-in's controls: makes it slow, and asks it afterwards what it had to do when.</summary>
internal sealed class SlowDaily(HttpClient control, TimeSpan delay)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private int _newRooms;

    public TimeSpan Delay => delay;

    /// <summary>Answers at once from now on. Forgets the calls before.</summary>
    public async Task SpeedUpAsync()
    {
        (await control.DeleteAsync("/standin/ledger")).EnsureSuccessStatusCode();
        (await control.DeleteAsync("/standin/faults")).EnsureSuccessStatusCode();
    }

    /// <summary>Every call takes long from now on. Forgets the calls before.</summary>
    public async Task SlowDownAsync()
    {
        await SpeedUpAsync();
        _newRooms = await AddAsync("POST", "/v1/rooms"); // By itself, because its count tells how many creations have come this far.
        await AddAsync("*", "/v1/**");
    }

    /// <summary>How many creations have asked for their room since it was slowed down.</summary>
    public async Task<int> RoomsAskedForAsync()
    {
        var faults = await control.GetFromJsonAsync<Fault[]>("/standin/faults", Json);
        return faults!.Single(fault => fault.Id == _newRooms).Applied;
    }

    /// <summary>All calls it had to do with, from their coming to their answer.</summary>
    public async Task<IReadOnlyList<Interval>> CallsAsync()
    {
        var (utc, ticks) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
        var ledger = await control.GetFromJsonAsync<Ledger>("/standin/ledger", Json);
        return [.. ledger!.Calls.Where(call => call.DurationMs is not null).Select(call => At(call.At, TimeSpan.FromMilliseconds(call.DurationMs!.Value)))];

        Interval At(DateTimeOffset from, TimeSpan took)
        {
            var begun = ticks - Ticks(utc - from);
            return new Interval(begun, begun + Ticks(took));
        }
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private async Task<int> AddAsync(string method, string path)
    {
        using var answer = await control.PostAsJsonAsync("/standin/faults", new { method, path, delay_ms = (int)delay.TotalMilliseconds, times = 0 });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Fault>(Json))!.Id;
    }

    private sealed record Fault(int Id, int Applied);

    private sealed record Ledger(IReadOnlyList<Call> Calls);

    private sealed record Call(DateTimeOffset At, double? DurationMs);
}
