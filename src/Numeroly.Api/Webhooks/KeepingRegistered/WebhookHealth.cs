namespace Numeroly.Api.Webhooks;

/// <summary>Whether Daily delivers webhooks to us.</summary>
public enum WebhookState
{
    /// <summary>Not looked yet, or Daily could not be asked.</summary>
    Unknown,

    Active,

    /// <summary>We have no public address.</summary>
    NoAddress,

    /// <summary>It could not be registered or armed.</summary>
    Broken,
}

/// <summary>What was last found of the webhook.</summary>
public sealed class WebhookHealth
{
    private readonly Lock _gate = new();

    public WebhookState State { get; private set; }

    public string? Why { get; private set; }

    public void Report(WebhookState state, string? why)
    {
        lock (_gate) (State, Why) = (state, why);
    }
}
