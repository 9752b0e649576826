using Npgsql;

namespace Numeroly.Bench.HandWritten;

/// <summary>The least: one row, one round trip. Knows no order and checks nothing.</summary>
internal sealed class OneInsert(NpgsqlDataSource database) : ISaving
{
    public const string Name = "one-insert";

    private const string Schema =
        "create table messages (message_id uuid primary key, conversation_id uuid not null, speaker text not null, text text not null)";

    private const string Insert = "insert into messages (message_id, conversation_id, speaker, text) values ($1, $2, $3, $4)";

    public async Task InstallAsync()
    {
        await using var command = database.CreateCommand(Schema);
        await command.ExecuteNonQueryAsync();
    }

    public Task<Guid> CreateAsync() => Task.FromResult(Guid.CreateVersion7());

    public async Task<long> SaveAsync(Guid conversationId, Message message)
    {
        await using var insert = database.CreateCommand(Insert);
        insert.Parameters.Add(new() { Value = message.MessageId });
        insert.Parameters.Add(new() { Value = conversationId });
        insert.Parameters.Add(new() { Value = message.Speaker });
        insert.Parameters.Add(new() { Value = message.Text });
        await insert.ExecuteNonQueryAsync();
        return 0;
    }
}
