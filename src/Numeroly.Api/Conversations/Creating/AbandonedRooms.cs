using Numeroly.Api.Conversations.Messaging;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations;

/// <summary>
/// The time for creating is over. Completing this message shuts out the attempt, should it still be running; only then
/// is the room deleted.
/// </summary>
public sealed class DeleteRoomUnlessCreatedHandler : IConversationMessageHandler<DeleteRoomUnlessCreated>
{
    public Task<Handled> HandleAsync(DeleteRoomUnlessCreated message, MessageContext context, CancellationToken cancellation) =>
        context.ReplaceAsync(new DeleteAbandonedRoom(message.RoomName), cancellation);
}

/// <summary>Deletes a room that has no conversation. Looks first: deleting is what Daily allows least often.</summary>
public sealed class DeleteAbandonedRoomHandler(DailyClient daily) : IConversationMessageHandler<DeleteAbandonedRoom>
{
    public async Task<Handled> HandleAsync(DeleteAbandonedRoom message, MessageContext context, CancellationToken cancellation)
    {
        var room = await daily.Rooms.GetAsync(message.RoomName, cancellation);
        if (room.Failure is { Kind: DailyFailureKind.NotFound }) return new Handled.Done();
        var deleted = await daily.Rooms.DeleteAsync(message.RoomName, cancellation);
        return deleted.Match<Handled>(_ => new Handled.Done(), failure => failure.ToHandled());
    }
}
