namespace Numeroly.EventStore.Messaging;

/// <summary>How a node handles messages.</summary>
public sealed record MessagingOptions
{
    /// <summary>How many messages (each of another stream) this node handles at once.</summary>
    public int MaxInFlight { get; init; } = 64;

    /// <summary>How long a due message can wait unnoticed when no signal came.</summary>
    public TimeSpan PollAtLeastEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Pause after the first failed try; it doubles with every further one.</summary>
    public TimeSpan FirstRetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Failed tries before a message goes to the dead letters. Tries that could not succeed now do not count.</summary>
    public int MaxFailures { get; init; } = 10;

    /// <summary>What a stream's id is called on the log lines of its messages.</summary>
    public string StreamIdInLogs { get; init; } = "StreamId";

    /// <summary>How long a stopping node waits for what it is handling.</summary>
    public TimeSpan DrainFor { get; init; } = TimeSpan.FromSeconds(10);
}
