using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Api.Conversations.Messaging;
using Numeroly.Daily.Webhooks;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Webhooks;

/// <summary>Turns an accepted delivery into facts of its conversation.</summary>
public sealed class TakeInWebhookHandler(NpgsqlDataSource database, ConversationPolicy policy) : IConversationMessageHandler<TakeInWebhook>
{
    public async Task<Handled> HandleAsync(TakeInWebhook message, MessageContext context, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select body from durable.webhook_deliveries where id = $1");
        command.Parameters.Add(new() { Value = message.DeliveryId });
        if (await command.ExecuteScalarAsync(cancellation) is not byte[] body || WebhookBody.Parse(body) is not WebhookBody.Event { Value: var happening })
            return new Handled.Failed("The delivery is gone, or was never an event.");
        return await context.DecideAsync((conversation, now) => Decide(conversation, happening, now), cancellation);
    }

    private Decision.Accepted Decide(Conversation conversation, WebhookEvent happening, DateTimeOffset now)
    {
        var toldAt = happening.Envelope.SentAt ?? now;
        return happening switch
        {
            WebhookEvent.ParticipantJoined { Participant: var who } =>
                Attending.Joined(conversation, Rooms.SpeakerOf(who.UserId), who.SessionId, who.JoinedAt ?? toldAt),
            WebhookEvent.ParticipantLeft { Participant: var who } left => Attending.Left(
                conversation, Rooms.SpeakerOf(who.UserId), who.SessionId, who.JoinedAt ?? toldAt, left.Duration?.TotalSeconds ?? 0, policy),
            WebhookEvent.MeetingEnded => Attending.CallEnded(conversation, policy),
            WebhookEvent.RecordingStarted { RecordingId: { } id } started => KeepingRecordings.Started(conversation, id, started.StartedAt ?? toldAt),
            WebhookEvent.RecordingReady ready => KeepingRecordings.Ready(
                conversation, ready.RecordingId, ready.StartedAt ?? toldAt, ready.Duration?.TotalSeconds ?? 0),
            WebhookEvent.RecordingFailed failed => KeepingRecordings.Failed(conversation, failed.RecordingId, failed.Error ?? "Daily gave no reason."),
            _ => Decision.Nothing,
        };
    }
}
