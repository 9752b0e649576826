using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Daily;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>Asks Daily for the recordings of an ended conversation until all are settled, should no webhook say so.</summary>
public static class AttachRecordingHandler
{
    public static async Task<Step> HandleAsync(
        AttachRecording message, ConversationReader conversations, RecordingNews news, ConversationPolicy policy, CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(message.ConversationId, cancellation) is not { } conversation) return Step.Done(message);
        if (conversation.RecordingStatus() is not (Events.Conversations.RecordingStatus.Pending or Events.Conversations.RecordingStatus.None)) return Step.Done(message);

        var told = await news.AskAsync(conversation, cancellation);
        return told.Match(
            recordings => Step.Deciding(
                message, (current, now) => Events.Conversations.KeepingRecordings.Attach(current, recordings, message.Attempt, policy, now)),
            failure => failure.ToStep(message));
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
