using Microsoft.Extensions.Logging.Abstractions;
using Numeroly.EventStore.Schema;
using Numeroly.Harness;

namespace Numeroly.EventStore.Tests.Schema;

public class Installing
{
    [Fact]
    public async Task Nodes_that_start_at_once_all_find_the_schema_in_place()
    {
        await using var store = await Store.StartAsync();
        await store.Database.ExecuteAsync("drop schema durable cascade; drop table mt_events, mt_streams cascade");
        await using var database = new StoreDatabase(store.Database.Url);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => store.InstallAsync()));

        (await store.Database.QueryAsync<long>("select count(*) from durable.schema_parts")).ShouldBe([4]);
        (await store.WriteAsync(Guid.CreateVersion7(), new NotebookOpened("Hà"))).ShouldBe(1);
    }

    [Fact]
    public async Task Installing_again_keeps_what_is_there()
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();
        await store.WriteAsync(notebook, new NotebookOpened("Hà"));

        await store.InstallAsync();

        (await store.StreamAsync(notebook)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_older_program_never_puts_its_schema_over_a_newer_one()
    {
        await using var test = await TestDatabase.CreateAsync();
        await using var database = new StoreDatabase(test.Url);
        var installer = new SchemaInstaller(database.Pool, NullLogger<SchemaInstaller>.Instance);
        await installer.InstallAsync([new SchemaPart("greeting", 2, "create function greeting() returns text language sql as $$ select 'new' $$")], CancellationToken.None);

        await installer.InstallAsync([new SchemaPart("greeting", 1, "create or replace function greeting() returns text language sql as $$ select 'old' $$")], CancellationToken.None);

        (await test.QueryAsync<string>("select greeting()")).ShouldBe(["new"]);
    }

    [Fact]
    public async Task The_server_says_whether_acknowledged_is_durable()
    {
        await using var store = await Store.StartAsync();

        var durability = await Durability.ReadAsync(store.Get<StoreDatabase>().Pool, CancellationToken.None);

        durability.ShouldBe(new Durability("on", "on", "on"));
        durability.IsGuaranteed().ShouldBeTrue();
        (durability with { Fsync = "off" }).IsGuaranteed().ShouldBeFalse();
        (durability with { SynchronousCommit = "off" }).IsGuaranteed().ShouldBeFalse();
    }
}
