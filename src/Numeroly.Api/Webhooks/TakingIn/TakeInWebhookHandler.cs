using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Daily.Webhooks;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Webhooks;

/// <summary>Turns an accepted delivery into facts of its conversation.</summary>
public static class TakeInWebhookHandler
{
    /// <exception cref="InvalidDataException">The delivery is gone, or was never an event.</exception>
    public static async Task<Step> HandleAsync(TakeInWebhook message, NpgsqlDataSource database, ConversationPolicy policy, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select body from durable.webhook_deliveries where id = $1");
        command.Parameters.Add(new() { Value = message.DeliveryId });
        return await command.ExecuteScalarAsync(cancellation) is byte[] body && WebhookBody.Parse(body) is WebhookBody.Event { Value: var happening }
            ? Step.Deciding(message, (conversation, now) => Decide(conversation, happening, policy, now))
            : throw new InvalidDataException("The delivery is gone, or was never an event.");
    }

    private static Decision.Accepted Decide(Conversation conversation, WebhookEvent happening, ConversationPolicy policy, DateTimeOffset now)
    {
        var toldAt = happening.Envelope.SentAt ?? now;
        return happening switch
        {
            WebhookEvent.ParticipantJoined { Participant: var who } =>
                Events.Conversations.Attending.Joined(conversation, Rooms.SpeakerOf(who.UserId), who.SessionId, who.JoinedAt ?? toldAt),
            WebhookEvent.ParticipantLeft { Participant: var who } left => Events.Conversations.Attending.Left(
                conversation, Rooms.SpeakerOf(who.UserId), who.SessionId, who.JoinedAt ?? toldAt, left.Duration?.TotalSeconds ?? 0, policy),
            WebhookEvent.MeetingEnded => Events.Conversations.Attending.CallEnded(conversation, policy),
            WebhookEvent.RecordingStarted { RecordingId: { } id } started => KeepingRecordings.Started(conversation, id, started.StartedAt ?? toldAt),
            WebhookEvent.RecordingReady ready => KeepingRecordings.Ready(
                conversation, ready.RecordingId, ready.StartedAt ?? toldAt, ready.Duration?.TotalSeconds ?? 0),
            WebhookEvent.RecordingFailed failed => KeepingRecordings.Failed(conversation, failed.RecordingId, failed.Error ?? "Daily gave no reason."),
            _ => Decision.Nothing,
        };
    }
}
