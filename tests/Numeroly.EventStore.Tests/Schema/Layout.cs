using Numeroly.EventStore.Schema;

namespace Numeroly.EventStore.Tests.Schema;

public class Layout
{
    private static readonly string[] Tables = ["mt_streams", "mt_events", "mt_event_progression", "mt_high_water_skips", "mt_doc_deadletterevent"];

    // Columns that Marten has only with features we leave off.
    private static readonly string[] OffHere = ["user_name", "is_skipped", "tags"];

    public static TheoryData<string> TableNames => [.. Tables];

    [Theory]
    [MemberData(nameof(TableNames))]
    public async Task The_created_table_is_the_documented_one(string table)
    {
        await using var store = await Store.StartAsync();
        var documented = MarkdownTables.Read(await File.ReadAllTextAsync(MarkdownTables.Find("docs/marten.md")!), table);

        documented.ShouldNotBeEmpty();
        (await ColumnsAsync(store, table)).ShouldBe(documented.Select(column =>
            $"{column.Name} {column.Type} {(column.Nullable ? "null" : "not null")} default {column.Default}"));
    }

    [Theory]
    [InlineData("mt_streams")]
    [InlineData("mt_events")]
    public async Task The_documented_table_is_martens(string table)
    {
        var reference = MarkdownTables.Find("shared/reference/marten-format.md");
        Assert.SkipUnless(reference is not null, "The description of Marten's own format lies beside the project, and is not here.");
        var documented = MarkdownTables.Read(await File.ReadAllTextAsync(MarkdownTables.Find("docs/marten.md")!), table);

        var martens = MarkdownTables.Read(await File.ReadAllTextAsync(reference!), table).Where(column => !OffHere.Contains(column.Name)).ToList();

        martens.ShouldNotBeEmpty();
        documented.Select(Shape).ShouldBe(martens.Select(Shape));

        static string Shape(MarkdownTables.Column column) =>
            $"{column.Name} {column.Type.Split(" (or ")[0].Split(" / ")[0]} {column.Nullable}";
    }

    [Fact]
    public async Task Keys_indexes_and_the_sequence_have_martens_names()
    {
        await using var store = await Store.StartAsync();

        (await store.Database.QueryAsync<string>(
            "select conname::text from pg_constraint where conrelid::regclass::text in ('mt_streams', 'mt_events', 'mt_event_progression') and contype in ('p', 'f') order by 1"))
            .ShouldBe(["fkey_mt_events_stream_id", "pk_mt_event_progression", "pkey_mt_events_seq_id", "pkey_mt_streams_id"]);
        (await store.Database.QueryAsync<string>("select indexdef from pg_indexes where indexname = 'pk_mt_events_stream_and_version'"))
            .Single().ShouldContain("UNIQUE INDEX pk_mt_events_stream_and_version ON public.mt_events USING btree (stream_id, version)");
        (await store.Database.QueryAsync<string>("select pg_get_serial_sequence('public.mt_events', 'seq_id')")).ShouldBe(["public.mt_events_sequence"]);
        (await store.Database.QueryAsync<string>("select data_type || ' ' || increment_by || ' ' || cache_size from pg_sequences where sequencename = 'mt_events_sequence'"))
            .ShouldBe(["bigint 1 1"]);
    }

    [Fact]
    public async Task Functions_have_the_parameters_marten_calls_them_with()
    {
        await using var store = await Store.StartAsync();

        (await store.Database.QueryAsync<string>(
            "select pg_get_function_arguments(oid) || ' -> ' || pg_get_function_result(oid) from pg_proc where proname = 'mt_quick_append_events'"))
            .ShouldBe([
                "stream uuid, stream_type character varying, tenantid character varying, event_ids uuid[], event_types character varying[], " +
                "dotnet_types character varying[], bodies jsonb[], bdatas bytea[], causation_ids character varying[], " +
                "correlation_ids character varying[], headers jsonb[], timestamps timestamp with time zone[], " +
                "expected_version bigint DEFAULT NULL::bigint -> bigint[]",
            ]);
        (await store.Database.QueryAsync<string>("select proname::text from pg_proc where proname like 'mt\\_%' order by 1")).ShouldBe([
            "mt_archive_stream", "mt_mark_event_progression", "mt_mark_progression_with_skip", "mt_quick_append_events",
        ]);
    }

    [Fact]
    public async Task The_snapshot_table_is_a_single_stream_document()
    {
        await using var store = await Store.StartAsync();

        (await ColumnsAsync(store, MartenNames.DocumentTable(typeof(Notebook))["public.".Length..])).ShouldBe([
            "id uuid not null default –",
            "data jsonb not null default –",
            "mt_last_modified timestamptz null default transaction_timestamp()",
            "mt_dotnet_type varchar null default –",
            "mt_version bigint not null default 0",
        ]);
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(Store store, string table)
    {
        var columns = await store.Database.QueryAsync<string>(
            $"""
            select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else ' null' end
                || ' default ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '–')
            from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = 'public.{table}'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
            """);
        return [.. columns.Select(column => FrozenTime().Replace(column, "default frozen literal")
            .Replace("'*DEFAULT*'::character varying", "*DEFAULT*")
            .Replace("character varying", "varchar")
            .Replace("timestamp with time zone", "timestamptz")
            .Replace("default *DEFAULT*", "default DEFAULT")
            .Replace("CURRENT_TIMESTAMP", "now()"))];
    }

    private static System.Text.RegularExpressions.Regex FrozenTime() => new(@"default '\d{4}-.*'::timestamp with time zone", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
