namespace Numeroly.Daily.Webhooks;

/// <summary>In what a webhook differs from how we want it.</summary>
public enum WebhookDrift
{
    /// <summary>It posts to another address.</summary>
    Address,

    /// <summary>It tells of other events.</summary>
    EventTypes,

    /// <summary>It signs with another key, so that its deliveries look forged.</summary>
    Hmac,

    /// <summary>It sends other credentials, or none.</summary>
    BasicAuth,

    /// <summary>It does not repeat failed deliveries the way we want.</summary>
    RetryType,

    /// <summary>It has failed too often and delivers nothing more.</summary>
    Stopped,
}

/// <summary>What has to be done for the domain to have the wanted webhook.</summary>
public abstract record WebhookUpkeep
{
    private WebhookUpkeep()
    {
    }

    /// <summary>All is as it should be.</summary>
    public sealed record Nothing : WebhookUpkeep;

    /// <summary>There is none.</summary>
    public sealed record Create : WebhookUpkeep;

    /// <summary>There is one, and it differs. Updating also sets a stopped one going.</summary>
    public sealed record Update(string Uuid, IReadOnlyList<WebhookDrift> Why) : WebhookUpkeep;

    /// <summary>
    /// Decides from what <c>GET /webhooks</c> says. Where a domain has several, the one that posts to our address is
    /// ours; where none does, the first is taken over, since a domain normally may have only one.
    /// </summary>
    public static WebhookUpkeep Decide(IReadOnlyList<Webhook> existing, WebhookSettings wanted)
    {
        if (existing.Count == 0)
            return new Create();
        var ours = existing.FirstOrDefault(webhook => PostsTo(webhook, wanted.Address)) ?? existing[0];
        var drifts = Drifts(ours, wanted).ToList();
        return drifts.Count == 0 ? new Nothing() : new Update(ours.Uuid, drifts);
    }

    private static IEnumerable<WebhookDrift> Drifts(Webhook webhook, WebhookSettings wanted)
    {
        if (!PostsTo(webhook, wanted.Address))
            yield return WebhookDrift.Address;
        if (!wanted.EventTypes.ToHashSet().SetEquals(webhook.EventTypes))
            yield return WebhookDrift.EventTypes;
        if (wanted.Hmac is not null && !wanted.Hmac.Equals(webhook.Hmac))
            yield return WebhookDrift.Hmac;
        if (wanted.BasicAuth is not null && !wanted.BasicAuth.Equals(webhook.BasicAuth))
            yield return WebhookDrift.BasicAuth;
        if (webhook.RetryType != wanted.RetryType)
            yield return WebhookDrift.RetryType;
        if (webhook.HasStopped)
            yield return WebhookDrift.Stopped;
    }

    private static bool PostsTo(Webhook webhook, Uri address) =>
        Uri.TryCreate(webhook.Address, UriKind.Absolute, out var posted) && posted == address;
}
