using Microsoft.Extensions.Options;
using Npgsql;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Messaging;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Sets going again what an ended conversation still lacks when no message is left that would: its room's deletion, or
/// its recording. Also rings alarms that got lost: an open conversation never outlives its room.
/// </summary>
public sealed class StalledEndings(NpgsqlDataSource database, IAppender appender, IOptions<ReconcilingOptions> options, ILogger<StalledEndings> log)
{
    const string Find =
        """
        select c.conversation_id, c.ended_at is null, c.room_deleted_at is null
        from read_models.conversations c
        where ((c.ended_at < now() - $1 and (c.room_deleted_at is null or c.recording_status = 'pending'))
            or (c.ended_at is null and c.room_expires_at < now() - $1))
          and not exists (select from durable.messages m where m.stream_id = c.conversation_id)
        limit 100
        """;

    static readonly Causes Cause = new(null, "reconciler");

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var (conversation, missing) in await FindAsync(cancellation))
        {
            log.LogWarning("Conversation {ConversationId} still lacks {MessageType}; sending it again", conversation, missing.GetType().Name);
            await appender.AppendAsync(
                new UnitOfWork { Messages = [new NewMessage(Guid.CreateVersion7(), conversation, missing, TimeSpan.Zero)], Causes = Cause }, cancellation);
        }
    }

    async Task<IReadOnlyList<(Guid Conversation, ConversationMessage Missing)>> FindAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = options.Value.StalledAfter });
        var found = new List<(Guid, ConversationMessage)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((reader.GetGuid(0), (IsOpen: reader.GetBoolean(1), HasRoom: reader.GetBoolean(2)) switch
            {
                { IsOpen: true } => new EndAtLimit(),
                { HasRoom: true } => new DeleteRoom(),
                _ => new AttachRecording(1),
            }));
        }

        return found;
    }
}
