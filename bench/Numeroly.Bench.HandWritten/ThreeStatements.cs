using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Numeroly.Bench.HandWritten;

/// <summary>
/// What an event store with an outbox does at least, as one would write it by hand: the conversation's version, the
/// event, the message that goes out. One transaction, two round trips.
/// </summary>
internal sealed class ThreeStatements(NpgsqlDataSource database) : ISaving
{
    public const string Name = "three-statements";

    private const string Schema =
        """
        create table conversations (id uuid primary key, version bigint not null);
        create table events (
            seq bigserial primary key, conversation_id uuid not null references conversations, version bigint not null,
            message_id uuid not null, body jsonb not null, saved_at timestamptz not null default now(), unique (conversation_id, version));
        create table outgoing (id uuid primary key, body jsonb not null);
        """;

    private const string NextVersion = "update conversations set version = version + 1 where id = $1 returning version";

    private const string Event =
        "insert into events (conversation_id, version, message_id, body) select id, version, $2, $3 from conversations where id = $1";

    private const string Outgoing = "insert into outgoing (id, body) values ($1, $2)";

    public async Task InstallAsync()
    {
        await using var command = database.CreateCommand(Schema);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<Guid> CreateAsync()
    {
        var id = Guid.CreateVersion7();
        await using var command = database.CreateCommand("insert into conversations (id, version) values ($1, 0)");
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
        return id;
    }

    public async Task<long> SaveAsync(Guid conversationId, Message message)
    {
        var body = new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(message), NpgsqlDbType = NpgsqlDbType.Jsonb };
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(NextVersion) { Parameters = { new() { Value = conversationId } } },
                new(Event) { Parameters = { new() { Value = conversationId }, new() { Value = message.MessageId }, body } },
                new(Outgoing) { Parameters = { new() { Value = Guid.CreateVersion7() }, body.Clone() } },
            },
        };
        var version = (long)(await batch.ExecuteScalarAsync())!;
        await transaction.CommitAsync();
        return version;
    }
}
