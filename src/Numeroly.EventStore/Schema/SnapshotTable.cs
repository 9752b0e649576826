namespace Numeroly.EventStore.Schema;

/// <summary>The table Marten gives a single-stream aggregate's inline snapshot.</summary>
public static class SnapshotTable
{
    public static SchemaPart For(Type aggregate)
    {
        var table = MartenNames.DocumentTable(aggregate);
        return new SchemaPart(
            table,
            1,
            $"""
            create table if not exists {table} (
                id               uuid        not null constraint pkey_{table["public.".Length..]}_id primary key,
                data             jsonb       not null,
                mt_last_modified timestamptz null default transaction_timestamp(),
                mt_dotnet_type   varchar     null,
                mt_version       bigint      not null default 0
            ) with (fillfactor = 70);
            """);
    }
}
