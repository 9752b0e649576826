using Numeroly.Api.Conversations.Messaging;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations;

/// <summary>Asks Daily for the recordings of an ended conversation until all are settled, should no webhook say so.</summary>
public sealed class AttachRecordingHandler(RecordingNews news, ConversationPolicy policy) : IConversationMessageHandler<AttachRecording>
{
    public async Task<Handled> HandleAsync(AttachRecording message, MessageContext context, CancellationToken cancellation)
    {
        if (await context.LoadAsync(cancellation) is not { } conversation) return new Handled.Done();
        if (conversation.RecordingStatus() is not (Events.Conversations.RecordingStatus.Pending or Events.Conversations.RecordingStatus.None)) return new Handled.Done();

        var told = await news.AskAsync(conversation, cancellation);
        if (!told.IsSuccess) return told.Failure.ToHandled();
        return await context.DecideAsync((current, now) => KeepingRecordings.Attach(current, told.Value, message.Attempt, policy, now), cancellation);
    }
}

/// <summary>What Daily tells of a conversation's recordings when asked.</summary>
public sealed class RecordingNews(DailyClient daily)
{
    public async Task<DailyResult<IReadOnlyList<KeepingRecordings.Told>>> AskAsync(Conversation conversation, CancellationToken cancellation)
    {
        var told = new List<KeepingRecordings.Told>();
        await foreach (var page in daily.Recordings.ListAllAsync(conversation.RoomName, cancellation))
        {
            if (!page.IsSuccess) return page.Failure;
            told.AddRange(page.Value.Items.Select(Told));
        }

        return told;

        KeepingRecordings.Told Told(Daily.Recordings.Recording recording) => new(
            recording.Id,
            recording.Status switch
            {
                Daily.Recordings.RecordingStatus.Finished => Events.Conversations.RecordingStatus.Ready,
                Daily.Recordings.RecordingStatus.Canceled => Events.Conversations.RecordingStatus.Failed,
                _ => Events.Conversations.RecordingStatus.Pending,
            },
            recording.StartedAt ?? conversation.JoinedAt() ?? conversation.CreatedAt,
            recording.Duration?.TotalSeconds);
    }
}
