namespace Numeroly.StandIn.Webhooks;

/// <summary>What became of one try to deliver an event.</summary>
internal enum DeliveryOutcome
{
    Delivered,

    /// <summary>Answered, but not with 200.</summary>
    Refused,

    TimedOut,

    Unreachable,

    /// <summary>Swallowed by the policy of the control surface.</summary>
    Dropped,

    /// <summary>The webhook had failed or was gone.</summary>
    NotSent,
}

/// <summary>Why a message went out.</summary>
internal enum DeliveryKind
{
    Event,
    Test,
    Duplicate,
    Forged,
    Altered,
    ByHand,
}

/// <summary>One try, as the ledger keeps it.</summary>
internal sealed record Delivery(
    string EventId,
    string Type,
    string? Room,
    DeliveryKind Kind,
    int Attempt,
    DateTimeOffset At,
    DeliveryOutcome Outcome,
    int? Status,
    double DurationMs);
