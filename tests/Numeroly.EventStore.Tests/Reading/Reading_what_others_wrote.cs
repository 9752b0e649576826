using Numeroly.EventStore.Reading;

namespace Numeroly.EventStore.Tests.Reading;

public class Reading_what_others_wrote
{
    private static readonly Guid Notebook = Guid.Parse("0198f0a0-0000-7000-8000-000000000001");

    [Fact]
    public async Task A_stream_written_with_plain_sql_reads_correctly()
    {
        await using var store = await Store.StartAsync();
        // The recipe for foreign writers: the stream's row first, then each event with nextval, an explicit time and the alias.
        await store.Database.ExecuteAsync(
            $$"""
            begin;
            insert into mt_streams (id, type, version) values ('{{Notebook}}', 'notebook', 2);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('mt_events_sequence'), gen_random_uuid(), '{{Notebook}}', 1, '{"Owner": "Ngô Thị Đào"}', 'notebook_opened', '2026-01-02T03:04:05Z');
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('mt_events_sequence'), gen_random_uuid(), '{{Notebook}}', 2, '{"Text": "xin chào", "Unknown": 1}', 'line_written', '2026-01-02T03:04:06Z');
            commit;
            """);

        (await store.States.ReadAsOfAsync(Notebook, AsOf.Now, CancellationToken.None))
            .ShouldBe(new Notebook(Notebook, 2, "Ngô Thị Đào", 1));
        (await store.StreamAsync(Notebook)).Select(stored => stored.Timestamp)
            .ShouldBe([DateTimeOffset.Parse("2026-01-02T03:04:05Z"), DateTimeOffset.Parse("2026-01-02T03:04:06Z")]);
    }

    [Fact]
    public async Task A_stream_written_by_martens_function_is_followed_in_order()
    {
        await using var store = await Store.StartAsync();
        await AppendAsMartenDoesAsync(store, """'{"Owner": "Hà"}'""", "notebook_opened", "null");
        await AppendAsMartenDoesAsync(store, """'{"Text": "một"}'""", "line_written", "1");

        await Should.ThrowAsync<Npgsql.PostgresException>(() => AppendAsMartenDoesAsync(store, """'{"Text": "hai"}'""", "line_written", "1"));

        (await store.Feed.ReadAsync(0, 10, CancellationToken.None)).Events.Select(stored => stored.Type).ShouldBe(["notebook_opened", "line_written"]);
    }

    [Fact]
    public async Task An_archived_stream_takes_no_more_events()
    {
        await using var store = await Store.StartAsync();
        await AppendAsMartenDoesAsync(store, """'{"Owner": "Hà"}'""", "notebook_opened", "null");
        await store.Database.ExecuteAsync($"select mt_archive_stream('{Notebook}')");

        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => AppendAsMartenDoesAsync(store, """'{"Text": "hai"}'""", "line_written", "null"));

        refused.SqlState.ShouldBe("MT001");
    }

    [Fact]
    public async Task Tombstones_are_nothing()
    {
        await using var store = await Store.StartAsync();
        await store.Database.ExecuteAsync(
            """
            insert into mt_streams (id, version) values ('0198f0a0-0000-7000-8000-00000000dead', 0);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
            values (nextval('mt_events_sequence'), gen_random_uuid(), '0198f0a0-0000-7000-8000-00000000dead', 1, '{}', 'tombstone', now(), 'JasperFx.Events.Tombstone, JasperFx.Events');
            """);
        await store.WriteAsync(Notebook, new NotebookOpened("Hà"));

        var page = await store.Feed.ReadAsync(0, 10, CancellationToken.None);

        page.Position.ShouldBe(2);
        page.Events.Select(stored => stored.Type).ShouldBe(["notebook_opened"]);
    }

    [Fact]
    public async Task An_event_of_an_older_shape_is_read_as_todays()
    {
        var types = EventTypes.Of<NotebookEvent>().Upcast("line_written_v1", body => new LineWritten(body.GetProperty("Line").GetString()!));
        await using var store = await Store.StartAsync(types);
        await AppendAsMartenDoesAsync(store, """'{"Owner": "Hà"}'""", "notebook_opened", "null");
        await AppendAsMartenDoesAsync(store, """'{"Line": "old"}'""", "line_written_v1", "null");

        types.Read((await store.StreamAsync(Notebook))[1]).ShouldBe(new LineWritten("old"));
    }

    [Fact]
    public async Task An_unknown_event_is_named_not_passed_over()
    {
        await using var store = await Store.StartAsync();
        await AppendAsMartenDoesAsync(store, """'{"Owner": "Hà"}'""", "notebook_opened", "null");
        await AppendAsMartenDoesAsync(store, "'{}'", "page_torn_out", "null");

        (await Should.ThrowAsync<UnknownEventTypeException>(() => store.States.ReadAsOfAsync(Notebook, AsOf.Now, CancellationToken.None)))
            .Message.ShouldContain("page_torn_out");
    }

    private static Task AppendAsMartenDoesAsync(Store store, string body, string type, string expectedVersion) => store.Database.ExecuteAsync(
        $"""
        select mt_quick_append_events('{Notebook}', 'notebook', '*DEFAULT*', array[gen_random_uuid()], array['{type}']::varchar[], array[null]::varchar[],
            array[{body}]::jsonb[], array[null]::bytea[], array[null]::varchar[], array[null]::varchar[], array[null]::jsonb[], array[now()], {expectedVersion})
        """);
}
