namespace Numeroly.Api.Store.Sequencing;

/// <summary>How a node handles messages.</summary>
public sealed record SequencerOptions
{
    public const string Section = "Messaging";

    /// <summary>How many messages (each of another conversation) this node handles at once.</summary>
    public int MaxInFlight { get; init; } = 64;

    /// <summary>Pause after the first try that failed or was not possible; it doubles with every further one.</summary>
    public TimeSpan FirstRetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Failed tries before a message goes to the dead letters. Tries that could not succeed now do not count. 1 to 26.</summary>
    public int MaxFailures { get; init; } = 10;

    /// <summary>A node that has not been heard of for so long is taken for dead, and others go on with its messages.</summary>
    public TimeSpan NodeDeadAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a node looks for messages that nobody has any more.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A message that should have been handled so long ago is looked for.</summary>
    public TimeSpan MissedAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause before the next try, jittered: what failed together does not come back together.</summary>
    public TimeSpan RetryAfter(int attempts)
    {
        var ceiling = Math.Min(LongestRetryAfter.TotalMilliseconds, FirstRetryAfter.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 30)));
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
