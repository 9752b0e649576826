using Marten;
using Microsoft.Extensions.Options;
using Npgsql;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Wolverine.Runtime;
using Wolverine.Util;

namespace Numeroly.Api.Conversations;

/// <summary>
/// No conversation without a room, no room without a conversation: ends conversations whose room is gone, and has rooms
/// deleted that nobody is responsible for. How many of those there were is published.
/// </summary>
public sealed class RoomComparison(
    NpgsqlDataSource database,
    DailyClient daily,
    GroupCommit commits,
    IDocumentStore store,
    IWolverineRuntime runtime,
    ConversationPolicy policy,
    OrphanCount orphans,
    TimeProvider time,
    IOptions<ReconcilingOptions> options,
    ILogger<RoomComparison> log)
{
    private static readonly Causes Cause = new(null, "reconciler");

    public async Task RunAsync(CancellationToken cancellation)
    {
        // Ours first: a conversation made meanwhile then has a room that we do not look for, instead of the reverse.
        var open = await OpenConversationsAsync(cancellation);
        var rooms = new Dictionary<Guid, Daily.Rooms.Room>();
        await foreach (var page in daily.Rooms.ListAllAsync(cancellation))
        {
            if (!page.IsSuccess)
            {
                log.LogInformation("Daily's rooms cannot be compared now: {Failure}", page.Failure.Kind);
                return;
            }

            foreach (var room in page.Value.Items)
            {
                if (Rooms.ConversationOf(room.Name) is { } conversation) rooms[conversation] = room;
            }
        }

        foreach (var conversation in open.Where(conversation => !rooms.ContainsKey(conversation))) await EndIfRoomIsGoneAsync(conversation, cancellation);
        await DeleteOrphansAsync(rooms, [.. open], cancellation);
    }

    private async Task EndIfRoomIsGoneAsync(Guid conversation, CancellationToken cancellation)
    {
        if ((await daily.Rooms.GetAsync(Rooms.NameOf(conversation), cancellation)).Failure is not { Kind: DailyFailureKind.NotFound }) return;
        var decided = await commits.DecideAsync(
            conversation, (current, _, now) => Ending.Decide(current, EndCause.RoomExpired, null, policy, now), Cause, cancellation);
        if (!decided.Events.IsEmpty) log.LogWarning("Conversation {ConversationId} had lost its room and was ended", conversation);
    }

    private async Task DeleteOrphansAsync(Dictionary<Guid, Daily.Rooms.Room> rooms, HashSet<Guid> open, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var found = 0;
        foreach (var (conversation, room) in rooms.Where(room => !open.Contains(room.Key) && now - room.Value.CreatedAt > options.Value.OrphanAfter))
        {
            if (await IsTakenCareOfAsync(conversation, cancellation)) continue;
            found++;
            log.LogError("Room {Room} belongs to no open conversation and is being deleted", room.Name);
            await store.SendAsync(runtime, conversation, new DeleteAbandonedRoom(room.Name), Cause, cancellation);
        }

        orphans.Report(found);
    }

    private async Task<IReadOnlyList<Guid>> OpenConversationsAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select conversation_id from views.conversations where ended_at is null");
        var open = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) open.Add(reader.GetGuid(0));
        return open;
    }

    // A message is waiting that deletes the room, or will look whether it has to, or the conversation is open after all.
    private async Task<bool> IsTakenCareOfAsync(Guid conversation, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select exists (select from sequencer.messages where conversation_id = $1 and died_at is null and type = any($2))
                or exists (select from wolverine.wolverine_incoming_envelopes
                           where status = 'Scheduled' and message_type = $3 and position(convert_to($1::text, 'UTF8') in body) > 0)
                or exists (select from views.conversations where conversation_id = $1 and ended_at is null)
            """);
        command.Parameters.Add(new() { Value = conversation });
        command.Parameters.Add(new()
        {
            Value = new[] { typeof(AnnounceEnd), typeof(StopRecording), typeof(EjectEveryone), typeof(DeleteRoom), typeof(DeleteAbandonedRoom) }
                .Select(MessageNames.Of).ToArray(),
        });
        command.Parameters.Add(new() { Value = typeof(AbandonUnlessCreated).ToMessageTypeName() });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}
