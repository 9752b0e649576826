using Numeroly.Api.Conversations.Messaging;
using Numeroly.Daily;
using Numeroly.Daily.Recordings;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Starts recording as soon as the person is in the call (criterion 04), from here and not from the phone. Daily needs
/// some seconds to see that the call is on, so it asks again, each time at the end of the line so as to hold up nothing.
/// </summary>
public sealed class StartRecordingHandler(DailyClient daily, ConversationPolicy policy, ILogger<StartRecordingHandler> log)
    : IConversationMessageHandler<StartRecording>
{
    private const int MostAttempts = 60;

    public async Task<Handled> HandleAsync(StartRecording message, MessageContext context, CancellationToken cancellation)
    {
        if (await context.LoadAsync(cancellation) is not { } conversation || conversation.HasEnded() || !conversation.UserIsPresent()) return new Handled.Done();

        var started = await daily.Calls.StartRecordingAsync(conversation.RoomName, Options(conversation), cancellation);
        if (started.IsSuccess) return new Handled.Done();

        var failure = started.Failure;
        if (message.Attempt >= MostAttempts)
        {
            log.LogError("Recording could not be started: {Failure}", failure.Describe());
            return await context.DecideAsync((current, _) => KeepingRecordings.Failed(current, null, "Daily did not start recording."), cancellation);
        }

        log.LogInformation("Recording cannot start yet: {Failure}", failure.Describe());
        var pause = failure.RetryAfter ?? policy.AskAgainAfter;
        return await context.DecideAsync((_, _) => Decision.Nothing.After(pause, new StartRecording(message.Attempt + 1)), cancellation);
    }

    // The instance is the conversation: some of Daily's news name only that.
    private static RecordingOptions Options(Conversation conversation) => new()
    {
        Type = RecordingType.CloudAudioOnly,
        InstanceId = conversation.Id,
        Layout = RecordingLayout.AudioOnly,
    };
}
