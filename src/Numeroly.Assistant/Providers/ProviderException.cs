namespace Numeroly.Assistant.Providers;

/// <summary>A provider could not do what it was asked. Its message names the provider and never carries a key or what was said.</summary>
public sealed class ProviderException(ProviderFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public ProviderFailure Failure { get; } = failure;
}

/// <summary>The ways a provider fails; they decide how long it is left alone.</summary>
public enum ProviderFailure
{
    /// <summary>It cannot be reached, or answered with a fault of its own.</summary>
    Unavailable,

    /// <summary>It did not begin, or did not go on, in time.</summary>
    TimedOut,

    /// <summary>It began and then broke off.</summary>
    CutOff,

    /// <summary>Too much was asked of it, by its own count.</summary>
    RateLimited,

    /// <summary>The key is wrong or may not do this: only a person can mend it.</summary>
    NotAllowed,

    /// <summary>It does not take what it was given.</summary>
    Refused,

    /// <summary>The conversation's budget is used up.</summary>
    BudgetSpent,

    /// <summary>What it needs is not on this machine.</summary>
    Missing,
}
