using Numeroly.Api.Conversations.Messaging;
using Numeroly.Daily;
using Numeroly.Daily.Calls;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Tells the apps in the call. Only a courtesy before they are put out: after a few tries the ending goes on without.
/// </summary>
public sealed class AnnounceEndHandler(DailyClient daily, ILogger<AnnounceEndHandler> log) : IConversationMessageHandler<AnnounceEnd>
{
    private const int MostAttempts = 3;

    public async Task<Handled> HandleAsync(AnnounceEnd message, MessageContext context, CancellationToken cancellation)
    {
        if (await context.LoadAsync(cancellation) is not { } conversation) return new Handled.Done();
        var announcement = new AppMessage<ConversationEndedData>(
            "conversation_ended", new ConversationEndedData(conversation.Id, message.Cause), conversation.Version);
        var sent = await daily.Calls.SendAppMessageAsync(
            conversation.RoomName, announcement, AppMessageJson.Default.AppMessageConversationEndedData, "*", cancellation);
        if (sent.Failure is not { Kind: not (DailyFailureKind.NoCallRunning or DailyFailureKind.NotFound) } failure) return new Handled.Done();

        if (context.Attempts + 1 < MostAttempts) return new Handled.NotNow(failure.Describe());
        log.LogWarning("The apps could not be told of the end: {Failure}", failure.Describe());
        return new Handled.Done();
    }
}

/// <summary>Stops the recording. Putting everyone out stops it too, so this does not hold up the ending for ever.</summary>
public sealed class StopRecordingHandler(DailyClient daily, ILogger<StopRecordingHandler> log) : IConversationMessageHandler<StopRecording>
{
    private const int MostAttempts = 5;

    public async Task<Handled> HandleAsync(StopRecording message, MessageContext context, CancellationToken cancellation)
    {
        if (await context.LoadAsync(cancellation) is not { } conversation) return new Handled.Done();
        var stopped = await daily.Calls.StopRecordingAsync(conversation.RoomName, conversation.Id, cancellation);
        if (stopped.IsSuccess) return new Handled.Done();

        if (context.Attempts + 1 < MostAttempts) return new Handled.NotNow(stopped.Failure.Describe());
        log.LogWarning("The recording could not be stopped, and ends with the call: {Failure}", stopped.Failure.Describe());
        return new Handled.Done();
    }
}

/// <summary>Puts everyone out of the call, and keeps them out until the room is gone.</summary>
public sealed class EjectEveryoneHandler(DailyClient daily) : IConversationMessageHandler<EjectEveryone>
{
    public async Task<Handled> HandleAsync(EjectEveryone message, MessageContext context, CancellationToken cancellation)
    {
        if (await context.LoadAsync(cancellation) is not { } conversation) return new Handled.Done();
        var ejected = await daily.Calls.EjectAsync(
            conversation.RoomName,
            new Ejection
            {
                UserIds = [Rooms.ParticipantId(conversation.UserId), Rooms.AssistantId],
                SessionIds = [.. conversation.Sessions.Where(session => session.IsPresent()).Select(session => session.SessionId)],
                Ban = true,
            },
            cancellation);
        return ejected.Failure is not { } failure || failure.Kind == DailyFailureKind.NoCallRunning ? new Handled.Done() : failure.ToHandled();
    }
}

/// <summary>Deletes the room and puts on record that it is gone. Repeated until Daily confirms it.</summary>
public sealed class DeleteRoomHandler(DailyClient daily) : IConversationMessageHandler<DeleteRoom>
{
    public async Task<Handled> HandleAsync(DeleteRoom message, MessageContext context, CancellationToken cancellation)
    {
        if (await context.LoadAsync(cancellation) is not { } conversation) return new Handled.Done();
        var deleted = await daily.Rooms.DeleteAsync(conversation.RoomName, cancellation);
        return deleted.IsSuccess ? await context.DecideAsync(Ending.ConfirmRoomDeleted, cancellation) : deleted.Failure.ToHandled();
    }
}
