using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Assistant.Telling;
using Numeroly.Daily;
using Numeroly.Daily.Calls;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

// What follows an ending, in this order, each step leading to the next: announce, stop recording, eject, delete the room.

/// <summary>Tells the apps in the call. Only a courtesy before they are put out: after a few tries the ending goes on without.</summary>
public static class AnnounceEndHandler
{
    private const int MostTries = 3;

    public static async Task<Step> HandleAsync(
        AnnounceEnd message, ConversationReader conversations, DailyClient daily, ILogger<Step> log, CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(message.ConversationId, cancellation) is not { } conversation) return Step.Done(message);
        var announcement = AppMessages.ConversationEnded(conversation.Id, message.Cause, conversation.Version);
        var sent = await daily.Calls.SendAppMessageAsync(conversation.RoomName, announcement, "*", cancellation);
        if (sent.Failure is { Kind: not (DailyFailureKind.NoCallRunning or DailyFailureKind.NotFound) } failure)
        {
            if (message.PutOff + 1 < MostTries) return Step.PutOff(message, failure.Describe());
            log.LogWarning("The apps could not be told of the end: {Failure}", failure.Describe());
        }

        return Step.Then(message, new StopRecording());
    }
}

/// <summary>Stops the recording. Putting everyone out stops it too, so this does not hold up the ending for ever.</summary>
public static class StopRecordingHandler
{
    private const int MostTries = 5;

    public static async Task<Step> HandleAsync(
        StopRecording message, ConversationReader conversations, DailyClient daily, ILogger<Step> log, CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(message.ConversationId, cancellation) is not { } conversation) return Step.Done(message);
        var stopped = await daily.Calls.StopRecordingAsync(conversation.RoomName, conversation.Id, cancellation);
        if (stopped.Failure is { } failure)
        {
            if (message.PutOff + 1 < MostTries) return Step.PutOff(message, failure.Describe());
            log.LogWarning("The recording could not be stopped, and ends with the call: {Failure}", failure.Describe());
        }

        return Step.Then(message, new EjectEveryone());
    }
}

/// <summary>Puts everyone out of the call, and keeps them out until the room is gone.</summary>
public static class EjectEveryoneHandler
{
    public static async Task<Step> HandleAsync(EjectEveryone message, ConversationReader conversations, DailyClient daily, CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(message.ConversationId, cancellation) is not { } conversation) return Step.Done(message);
        var ejected = await daily.Calls.EjectAsync(
            conversation.RoomName,
            new Ejection
            {
                UserIds = [Rooms.ParticipantId(conversation.UserId), Rooms.AssistantId],
                SessionIds = [.. conversation.Sessions.Where(session => session.IsPresent()).Select(session => session.SessionId)],
                Ban = true,
            },
            cancellation);
        return ejected.Failure is { Kind: not DailyFailureKind.NoCallRunning } failure ? failure.ToStep(message) : Step.Then(message, new DeleteRoom());
    }
}

/// <summary>Deletes the room and puts on record that it is gone. Repeated until Daily confirms it.</summary>
public static class DeleteRoomHandler
{
    public static async Task<Step> HandleAsync(DeleteRoom message, ConversationReader conversations, DailyClient daily, CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(message.ConversationId, cancellation) is not { } conversation) return Step.Done(message);
        var deleted = await daily.Rooms.DeleteAsync(conversation.RoomName, cancellation);
        return deleted.Match(_ => Step.Deciding(message, Ending.ConfirmRoomDeleted), failure => failure.ToStep(message));
    }
}
