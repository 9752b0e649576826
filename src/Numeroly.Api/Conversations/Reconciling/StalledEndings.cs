using Marten;
using Microsoft.Extensions.Options;
using Npgsql;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Events.Conversations;
using Wolverine.Runtime;
using Wolverine.Util;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Sets going again what an ended conversation still lacks when no message is left that would: its room's deletion, or
/// its recording. Also rings alarms that got lost: an open conversation never outlives its room.
/// </summary>
public sealed class StalledEndings(
    NpgsqlDataSource database, IDocumentStore store, IWolverineRuntime runtime, IOptions<ReconcilingOptions> options, ILogger<StalledEndings> log)
{
    // What asks for a recording waits most of its time in Wolverine's schedule.
    private const string Find =
        """
        select c.conversation_id, 'end_at_limit' from views.conversations c
        where c.ended_at is null and c.room_expires_at < now() - $1
          and not exists (select from sequencer.messages m where m.conversation_id = c.conversation_id and m.died_at is null and m.type = 'end_at_limit')
        union all
        select c.conversation_id, 'delete_room' from views.conversations c
        where c.ended_at < now() - $1 and c.room_deleted_at is null
          and not exists (
            select from sequencer.messages m where m.conversation_id = c.conversation_id and m.died_at is null
            and m.type in ('announce_end', 'stop_recording', 'eject_everyone', 'delete_room'))
        union all
        select c.conversation_id, 'attach_recording' from views.conversations c
        where c.ended_at < now() - $1 and c.ended_at > now() - interval '26 hours' and c.recording_status = 'pending'
          and not exists (select from sequencer.messages m where m.conversation_id = c.conversation_id and m.died_at is null and m.type = 'attach_recording')
          and not exists (
            select from wolverine.wolverine_incoming_envelopes e
            where e.status = 'Scheduled' and e.message_type = $2 and position(convert_to(c.conversation_id::text, 'UTF8') in e.body) > 0)
        limit 100
        """;

    private static readonly Causes Cause = new(null, "reconciler");

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var (conversation, missing) in await FindAsync(cancellation))
        {
            log.LogWarning("Conversation {ConversationId} still lacks {MessageType}; sending it again", conversation, missing.GetType().Name);
            await store.SendAsync(runtime, conversation, missing, Cause, cancellation);
        }
    }

    private async Task<IReadOnlyList<(Guid Conversation, ConversationMessage Missing)>> FindAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = options.Value.StalledAfter });
        command.Parameters.Add(new() { Value = typeof(AttachRecording).ToMessageTypeName() });
        var found = new List<(Guid, ConversationMessage)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((reader.GetGuid(0), reader.GetString(1) switch
            {
                "end_at_limit" => new EndAtLimit(),
                "delete_room" => new DeleteRoom(),
                _ => new AttachRecording(1),
            }));
        }

        return found;
    }
}
