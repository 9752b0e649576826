using System.Threading.Channels;

namespace Numeroly.StandIn.Webhooks;

/// <summary>
/// Sends events in the background, one lane at a time in order, as the policy wants them sent. A repeat of a failed
/// try comes back through the lane later and does not hold up what follows.
/// </summary>
internal sealed class WebhookDelivery(
    DeliveryLanes lanes, WebhookOutbox outbox, WebhookSender sender, DeliveryPolicy policy, DeliveryJournal journal, TimeProvider clock)
    : BackgroundService
{
    /// <summary>Events gathered for reordering go out after this time even if the window did not fill.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(lanes.Readers.Select(lane => RunAsync(lane, stoppingToken)));

    private async Task RunAsync(ChannelReader<WebhookEvent> lane, CancellationToken stopping)
    {
        var held = new List<(WebhookEvent Event, PolicyRules Rules)>();
        while (!stopping.IsCancellationRequested)
        {
            var e = await NextAsync(lane, held.Count > 0, stopping);
            if (e is { Attempts: > 0 })
            {
                await SendAsync(e, stopping);
                continue;
            }

            var window = 0;
            if (e is not null)
            {
                var (rules, swallow) = policy.For(e);
                if (swallow) outbox.Drop(e);
                else held.Add((e, rules));
                window = rules.Reorder;
            }

            if (e is not null && held.Count < window) continue;
            held.Reverse(0, window > 0 || e is null ? held.Count : 0);
            foreach (var (heldEvent, rules) in held) await SendByPolicyAsync(heldEvent, rules, stopping);
            held.Clear();
        }
    }

    private async Task<WebhookEvent?> NextAsync(ChannelReader<WebhookEvent> lane, bool holding, CancellationToken stopping)
    {
        if (!holding) return await lane.ReadAsync(stopping);
        using var hold = new CancellationTokenSource(LongestHold, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hold.Token, stopping);
        try
        {
            return await lane.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task SendByPolicyAsync(WebhookEvent e, PolicyRules rules, CancellationToken stopping)
    {
        var wait = e.CreatedAt.AddMilliseconds(rules.DelayMs) - clock.GetUtcNow();
        if (rules.DelayMs > 0 && wait > TimeSpan.Zero) await Task.Delay(wait, clock, stopping);

        if (await SendAsync(e, stopping) is not { } to) return;
        foreach (var (copy, message, kind) in Copies(e, rules, to.Hmac)) Note(copy, 1, await sender.PostAsync(to, message, stopping), kind);
    }

    private IEnumerable<(WebhookEvent Copy, SignedMessage Message, DeliveryKind Kind)> Copies(WebhookEvent e, PolicyRules rules, string hmac)
    {
        for (var i = 0; i < rules.Duplicate; i++) yield return (e, SignedMessage.Sign(e.Body, hmac, clock.GetUtcNow()), DeliveryKind.Duplicate);
        for (var i = 0; i < rules.DuplicateNewId; i++)
        {
            var twin = e.WithId($"{e.Id}-{Guid.NewGuid():n}");
            yield return (twin, SignedMessage.Sign(twin.Body, hmac, clock.GetUtcNow()), DeliveryKind.Duplicate);
        }

        for (var i = 0; i < rules.Forge; i++) yield return (e, SignedMessage.Forge(e.Body, clock.GetUtcNow()), DeliveryKind.Forged);
        if (rules.Alter) yield return (e, SignedMessage.Sign(e.Body, hmac, clock.GetUtcNow()).Altered(), DeliveryKind.Altered);
    }

    /// <summary>Tries the event itself, which is what counts for the webhook's state.</summary>
    private async Task<WebhookSettings?> SendAsync(WebhookEvent e, CancellationToken stopping)
    {
        if (outbox.Destination(e) is not { } to) return null;
        var attempt = await sender.PostAsync(to, SignedMessage.Sign(e.Body, to.Hmac, clock.GetUtcNow()), stopping);
        var number = e.Attempts + 1;
        // Settled before it is noted: what the ledger shows has already counted.
        outbox.Settle(e, attempt);
        Note(e, number, attempt, DeliveryKind.Event);
        return to;
    }

    private void Note(WebhookEvent e, int number, Attempt attempt, DeliveryKind kind) =>
        journal.Add(new(e.Id, e.Type, e.Room, kind, number, attempt.At, attempt.Outcome, attempt.Status, attempt.DurationMs));
}
