using Marten;
using Marten.Exceptions;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Scheduled before Daily is asked for a room: if no conversation came of it in time, the stream is started with
/// <see cref="RoomAbandoned"/>, which shuts out the attempt, should it still be running; only then is the room deleted.
/// </summary>
public sealed record AbandonUnlessCreated(Guid ConversationId, string RoomName);

public static class AbandonUnlessCreatedHandler
{
    public static async Task HandleAsync(
        AbandonUnlessCreated message,
        Envelope envelope,
        IDocumentStore store,
        IWolverineRuntime runtime,
        TimeProvider time,
        ILogger<AbandonUnlessCreated> log,
        CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.Events.FetchStreamStateAsync(message.ConversationId, cancellation) is not null) return;

        var causes = new Causes(envelope.CorrelationId, envelope.Id.ToString());
        var now = time.StoreNow();
        session.Events.StartStream<Conversation>(message.ConversationId, session.Stamped(new RoomAbandoned(message.RoomName, now), causes, now));
        var room = new DeleteAbandonedRoom(message.RoomName) { ConversationId = message.ConversationId };
        await Sequencer.EnterAsync(session, new MartenOutbox(runtime, session) { CorrelationId = envelope.CorrelationId }, envelope.Id, room, causes, cancellation);
        try
        {
            await session.SaveChangesAsync(cancellation);
            log.LogWarning("Creating {ConversationId} came to nothing; its room is being deleted", message.ConversationId);
        }
        catch (ExistingStreamIdCollisionException)
        {
            log.LogDebug("{ConversationId} was created at the last moment", message.ConversationId);
        }
    }
}

/// <summary>Deletes a room that has no conversation. Looks first: deleting is what Daily allows least often.</summary>
public static class DeleteAbandonedRoomHandler
{
    public static async Task<Step> HandleAsync(DeleteAbandonedRoom message, DailyClient daily, CancellationToken cancellation)
    {
        var room = await daily.Rooms.GetAsync(message.RoomName, cancellation);
        if (room.Failure is { Kind: DailyFailureKind.NotFound }) return Step.Done(message);
        var deleted = await daily.Rooms.DeleteAsync(message.RoomName, cancellation);
        return deleted.Match(_ => Step.Done(message), failure => failure.ToStep(message));
    }
}
