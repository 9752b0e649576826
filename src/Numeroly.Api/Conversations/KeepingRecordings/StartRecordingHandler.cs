using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Daily;
using Numeroly.Daily.Recordings;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Starts recording as soon as the person is in the call (criterion 04), from here and not from the phone. Daily needs
/// some seconds to see that the call is on, so it asks again, each time at the end of the line so as to hold up nothing.
/// </summary>
public static class StartRecordingHandler
{
    private const int MostAttempts = 60;

    public static async Task<Step> HandleAsync(
        StartRecording message,
        ConversationReader conversations,
        DailyClient daily,
        ConversationPolicy policy,
        ILogger<Step> log,
        CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(message.ConversationId, cancellation) is not { } conversation
            || conversation.HasEnded()
            || !conversation.UserIsPresent()) return Step.Done(message);

        var started = await daily.Calls.StartRecordingAsync(conversation.RoomName, Options(conversation), cancellation);
        if (started.Failure is not { } failure) return Step.Done(message);
        if (message.Attempt >= MostAttempts)
        {
            log.LogError("Recording could not be started: {Failure}", failure.Describe());
            return Step.Deciding(message, (current, _) => Events.Conversations.KeepingRecordings.Failed(current, null, "Daily did not start recording."));
        }

        log.LogInformation("Recording cannot start yet: {Failure}", failure.Describe());
        var pause = failure.RetryAfter ?? policy.AskAgainAfter;
        return Step.Deciding(message, (_, _) => Decision.Nothing.After(pause, new StartRecording(message.Attempt + 1)));
    }

    // The instance is the conversation: some of Daily's news name only that.
    private static RecordingOptions Options(Conversation conversation) => new()
    {
        Type = RecordingType.CloudAudioOnly,
        InstanceId = conversation.Id,
        Layout = RecordingLayout.AudioOnly,
    };
}
