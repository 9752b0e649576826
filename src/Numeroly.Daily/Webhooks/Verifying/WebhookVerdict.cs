namespace Numeroly.Daily.Webhooks;

/// <summary>What a delivery's headers say of where it comes from.</summary>
public enum WebhookVerdict
{
    /// <summary>Signed with a key of ours, and in time.</summary>
    Genuine,

    /// <summary>The signature does not fit the body and the time.</summary>
    Forged,

    /// <summary>Rightly signed, but longer ago than allowed, or at a time that cannot be read.</summary>
    TooOld,

    /// <summary>Rightly signed, but for a time further ahead than allowed.</summary>
    FromTheFuture,

    /// <summary>The signature or the timestamp is missing.</summary>
    MissingSignature,

    /// <summary>The credentials asked for are missing or wrong.</summary>
    BadBasicAuth,
}

/// <summary>The headers of a delivery that say where it comes from.</summary>
/// <param name="Signature"><c>X-Webhook-Signature</c>.</param>
/// <param name="Timestamp"><c>X-Webhook-Timestamp</c>.</param>
/// <param name="Authorization"><c>Authorization</c>.</param>
public readonly record struct WebhookHeaders(string? Signature, string? Timestamp, string? Authorization = null)
{
    public const string SignatureName = "X-Webhook-Signature";
    public const string TimestampName = "X-Webhook-Timestamp";
}
