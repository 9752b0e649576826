namespace Numeroly.StandIn.Webhooks;

/// <summary>How the control surface wants events mishandled on their way.</summary>
internal sealed record PolicyRules
{
    /// <summary>Extra copies under the same event id.</summary>
    public int Duplicate { get; init; }

    /// <summary>Extra copies under ids of their own.</summary>
    public int DuplicateNewId { get; init; }

    /// <summary>Gathers so many events and sends them last first; 0 leaves the order alone.</summary>
    public int Reorder { get; init; }

    public int DelayMs { get; init; }

    /// <summary>Extra copies with a bad signature.</summary>
    public int Forge { get; init; }

    /// <summary>One extra copy whose body was changed after signing.</summary>
    public bool Alter { get; init; }

    /// <summary>So many events are swallowed; null swallows all.</summary>
    public int? Drop { get; init; } = 0;

    /// <summary>How many events it applies to; null applies until it is removed.</summary>
    public int? Times { get; init; }

    /// <summary>Event types it applies to; null applies to all.</summary>
    public IReadOnlyList<string>? Types { get; init; }
}

/// <summary>The policy in force, with a count of the events it was applied to. A spent policy stays to be looked at.</summary>
internal sealed class DeliveryPolicy
{
    private static readonly PolicyRules Untouched = new();

    private readonly Lock _gate = new();
    private PolicyRules? _rules;
    private int _applied;

    public void Set(PolicyRules? rules)
    {
        lock (_gate)
        {
            _rules = rules;
            _applied = 0;
        }
    }

    public (PolicyRules? Rules, int Applied) Current()
    {
        lock (_gate) return (_rules, _applied);
    }

    /// <summary>What to do with this event; whether to swallow it is already decided.</summary>
    public (PolicyRules Rules, bool Swallow) For(WebhookEvent e)
    {
        lock (_gate)
        {
            if (_rules is not { } rules || _applied >= rules.Times || rules.Types?.Contains(e.Type) == false) return (Untouched, false);
            var swallow = rules.Drop is null || _applied < rules.Drop;
            _applied++;
            return (rules, swallow);
        }
    }
}
