using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Webhooks;

/// <summary>
/// Events between happening and delivery. They are part of the state until delivered or given up, so a restart
/// loses none. Calls come inside the state's lock.
/// </summary>
internal sealed class WebhookOutbox(
    StandInState state, Agenda agenda, DeliveryLanes lanes, DeliveryJournal journal, StandInOptions options, TimeProvider clock)
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    public void Emit(StandInData data, NewEvent happened)
    {
        if (data.Webhook is not { } webhook || !webhook.Hears(happened.Type)) return;
        var now = clock.GetUtcNow();
        var e = new WebhookEvent
        {
            Sequence = ++data.LastEventSequence,
            Id = happened.Id,
            Type = happened.Type,
            Room = happened.Room,
            Body = happened.Envelope(now),
            CreatedAt = now,
        };
        data.Undelivered.Add(e.Sequence, e);
        lanes.Enqueue(e);
    }

    /// <summary>Where the event goes now; null, and the event is lost, if the webhook has failed or is gone.</summary>
    public WebhookSettings? Destination(WebhookEvent e) => state.Change(data =>
    {
        if (data.Webhook is { HasFailed: false } webhook) return webhook.Settings;
        Lose(data, e, DeliveryOutcome.NotSent);
        return null;
    });

    public void Drop(WebhookEvent e) => state.Change(data => Lose(data, e, DeliveryOutcome.Dropped));

    /// <summary>Counts a try and decides whether there will be another one.</summary>
    public void Settle(WebhookEvent e, Attempt attempt) => state.Change(data =>
    {
        e.Attempts++;
        if (attempt.Succeeded) data.Webhook?.Succeeded(attempt.At);
        else data.Webhook?.Failed();

        var again = !attempt.Succeeded && data.Webhook?.Settings.RetryType == Webhook.Exponential && e.Attempts < MostAttempts;
        if (again) PlanRetry(e, clock.GetUtcNow() + Wait(e.Attempts));
        else data.Undelivered.Remove(e.Sequence);
    });

    /// <summary>Sends on what a stored state still had to deliver.</summary>
    public void Resume() => state.Change(data =>
    {
        foreach (var e in data.Undelivered.Values.OrderBy(e => e.Sequence))
        {
            if (e.NextAttemptAt is { } at) PlanRetry(e, at);
            else lanes.Enqueue(e);
        }
    });

    private void PlanRetry(WebhookEvent e, DateTimeOffset at)
    {
        e.NextAttemptAt = at;
        agenda.At(at, _ => lanes.Enqueue(e));
    }

    private TimeSpan Wait(int attemptsMade)
    {
        var wait = options.WebhookRetryBaseDelay * Math.Pow(4, attemptsMade - 1);
        return wait < LongestWait ? wait : LongestWait;
    }

    private void Lose(StandInData data, WebhookEvent e, DeliveryOutcome outcome)
    {
        data.Undelivered.Remove(e.Sequence);
        journal.Add(new(e.Id, e.Type, e.Room, DeliveryKind.Event, e.Attempts + 1, clock.GetUtcNow(), outcome, null, 0));
    }
}
