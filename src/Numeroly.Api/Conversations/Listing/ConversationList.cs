using Npgsql;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;
using Numeroly.Events.Transcripts;

namespace Numeroly.Api.Conversations;

/// <summary>Finds conversations of one user.</summary>
public sealed class ConversationList(NpgsqlDataSource database)
{
    private const string Find =
        """
        with matching as materialized (
            select * from views.conversations c
            where c.user_id = @user
              and (@status::text is null or (@status = 'open') = (c.ended_at is null))
              and (@language::text is null or c.language = @language)
              and (@from::timestamptz is null or c.created_at >= @from)
              and (@to::timestamptz is null or c.created_at < @to)
              and (@min_rating::integer is null or c.rating >= @min_rating)
              and (@words::text[] is null or exists (
                select from views.transcript t
                where t.conversation_id = c.conversation_id and views.fold(t.text) like all (@words)))
        )
        select conversation_id, language, created_at, ended_at, end_cause, rating, duration_seconds, message_count, last_message_at,
               recording_status, recording_seconds, counted.total
        from (select count(*) as total from matching) counted
        left join (select * from matching order by created_at desc, conversation_id desc limit @limit offset @offset) page on true
        order by created_at desc, conversation_id desc
        """;

    public async Task<(IReadOnlyList<ConversationListItem> Items, long Total)> FindAsync(string user, ConversationFilter filter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("user", user);
        Optional("status", NpgsqlTypes.NpgsqlDbType.Text, filter.Status);
        Optional("language", NpgsqlTypes.NpgsqlDbType.Text, filter.Language);
        Optional("from", NpgsqlTypes.NpgsqlDbType.TimestampTz, filter.From?.UtcDateTime);
        Optional("to", NpgsqlTypes.NpgsqlDbType.TimestampTz, filter.To?.UtcDateTime);
        Optional("min_rating", NpgsqlTypes.NpgsqlDbType.Integer, filter.MinRating);
        Optional("words", NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text, filter.Q is null ? null : Patterns(filter.Q));
        command.Parameters.AddWithValue("limit", filter.Limit);
        command.Parameters.AddWithValue("offset", filter.Offset);

        var items = new List<ConversationListItem>();
        long total = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            total = reader.GetInt64(reader.FieldCount - 1);
            if (!await reader.IsDBNullAsync(0, cancellation)) items.Add(Read(reader));
        }

        return (items, total);

        void Optional(string name, NpgsqlTypes.NpgsqlDbType type, object? value) =>
            command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
    }

    private static ConversationListItem Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.IsDBNull(3) ? ConversationStatus.Open : ConversationStatus.Ended,
        row.Word<Language>(1)!.Value,
        row.GetFieldValue<DateTimeOffset>(2),
        row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3),
        row.Word<EndCause>(4),
        row.IsDBNull(5) ? null : row.GetInt32(5),
        row.IsDBNull(6) ? null : row.GetDouble(6),
        row.GetInt32(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
        row.Word<RecordingStatus>(9)!.Value,
        row.IsDBNull(10) ? null : row.GetDouble(10));

    // Every word must occur in one and the same message; % and _ are letters like others here.
    private static string[] Patterns(string words) =>
    [
        .. Folding.Fold(words)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => $"%{word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%"),
    ];
}
