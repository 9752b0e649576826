using System.Threading.RateLimiting;
using Marten;
using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Api.Observability;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Daily.Webhooks;
using Numeroly.Events.Conversations;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Api.Webhooks;

/// <summary>
/// Judges a delivery and keeps it with its verdict. An accepted one is committed together with the message that takes
/// it in, so that answering 200 is a promise.
/// </summary>
public sealed class WebhookIntake(
    WebhookVerifier verifier, ConversationReader conversations, IDocumentStore store, IWolverineRuntime runtime, NpgsqlDataSource database, ILogger<WebhookIntake> log)
    : IDisposable
{
    // A flood of forgeries must not fill the disk; beyond this they are counted in the log only.
    private readonly TokenBucketRateLimiter _refusedKept = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = 100,
        TokensPerPeriod = 100,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    });

    public async Task<Verdict> TakeAsync(WebhookHeaders headers, ReadOnlyMemory<byte> body, Correlation correlation, CancellationToken cancellation)
    {
        var genuine = verifier.Verify(headers, body.Span);
        var parsed = WebhookBody.Parse(body.Span);
        if (parsed is WebhookBody.RegistrationTest) return Verdict.Ignored; // Has no effect, so nothing to protect or to keep.

        var id = Guid.CreateVersion7();
        var refused = genuine switch
        {
            WebhookVerdict.Genuine => (Verdict?)null,
            WebhookVerdict.TooOld => Verdict.Late,
            WebhookVerdict.FromTheFuture => Verdict.Future,
            _ => Verdict.Forged,
        };
        if (refused is { } verdict) return await RefuseAsync(new Delivery(id, verdict, body), genuine, cancellation);

        return parsed switch
        {
            WebhookBody.Malformed malformed => await MalformedAsync(id, body, malformed.Why, cancellation),
            WebhookBody.Event { Value: WebhookEvent.Unknown { Envelope: var envelope } } =>
                await KeepAsync(new Delivery(id, Verdict.Ignored, body, envelope.Id, envelope.Type), cancellation),
            WebhookBody.Event { Value: var happening } => await AcceptAsync(id, happening, body, correlation, cancellation),
            _ => throw new InvalidOperationException($"A webhook body cannot be a {parsed.GetType().Name}."),
        };
    }

    public void Dispose() => _refusedKept.Dispose();

    private async Task<Verdict> AcceptAsync(Guid id, WebhookEvent happening, ReadOnlyMemory<byte> body, Correlation correlation, CancellationToken cancellation)
    {
        var delivery = new Delivery(id, Verdict.Accepted, body, happening.Envelope.Id, happening.Envelope.Type, happening.BusinessKey);
        var conversation = Rooms.ConversationOf(happening.RoomName) ?? (Guid.TryParse(happening.InstanceId, out var instance) ? instance : null);
        if (conversation is not { } known || await conversations.LoadAsync(known, cancellation) is null)
            return await KeepAsync(delivery with { Verdict = Verdict.UnknownRoom }, cancellation);

        correlation.ConversationId = known;
        delivery = delivery with { ConversationId = known };
        try
        {
            await using var session = store.LightweightSession();
            await session.BeginTransactionAsync(cancellation);
            await delivery.KeepAsync(session.Connection!, cancellation);
            await Sequencer.EnterAsync(
                session,
                new MartenOutbox(runtime, session) { CorrelationId = correlation.CorrelationId },
                known,
                [new OutgoingMessage(new TakeInWebhook(id), TimeSpan.Zero)],
                correlation.Causes,
                cancellation);
            await session.SaveChangesAsync(CancellationToken.None);
            log.LogInformation("Daily tells of {WebhookType}", happening.Envelope.Type);
            return Verdict.Accepted;
        }
        catch (PostgresException duplicate) when (duplicate.ConstraintName is "webhook_deliveries_event" or "webhook_deliveries_business_key")
        {
            return await KeepAsync(delivery with { Verdict = Verdict.Duplicate }, cancellation);
        }
    }

    private async Task<Verdict> MalformedAsync(Guid id, ReadOnlyMemory<byte> body, string why, CancellationToken cancellation)
    {
        log.LogWarning("A webhook of Daily cannot be understood: {Why}", why);
        return await KeepAsync(new Delivery(id, Verdict.Malformed, body), cancellation);
    }

    private async Task<Verdict> RefuseAsync(Delivery delivery, WebhookVerdict why, CancellationToken cancellation)
    {
        log.LogWarning("Refused a webhook that is {Why}", why);
        using var lease = _refusedKept.AttemptAcquire();
        return lease.IsAcquired ? await KeepAsync(delivery, cancellation) : delivery.Verdict;
    }

    private async Task<Verdict> KeepAsync(Delivery delivery, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await delivery.KeepAsync(connection, cancellation);
        return delivery.Verdict;
    }
}
