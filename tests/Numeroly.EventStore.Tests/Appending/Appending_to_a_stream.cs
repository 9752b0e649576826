using Numeroly.EventStore.Appending;

namespace Numeroly.EventStore.Tests.Appending;

public class Appending_to_a_stream
{
    [Fact]
    public async Task Events_get_versions_without_a_hole_and_the_store_clock()
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();

        await store.WriteAsync(notebook, new NotebookOpened("Hà"), new LineWritten("một"));
        await store.WriteAsync(notebook, new LineWritten("hai"));

        var stream = await store.StreamAsync(notebook);
        stream.Select(stored => stored.Version).ShouldBe([1, 2, 3]);
        stream.Select(stored => stored.Type).ShouldBe(["notebook_opened", "line_written", "line_written"]);
        stream.Select(stored => stored.Timestamp).ShouldBeInOrder();
        (await store.States.LoadAsync(notebook, CancellationToken.None)).State.ShouldBe(new Notebook(notebook, 3, "Hà", 2));
    }

    [Fact]
    public async Task A_decision_on_stale_state_is_refused_and_leaves_no_trace()
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();
        await store.WriteAsync(notebook, new NotebookOpened("Hà"));
        var stale = await store.States.LoadAsync(notebook, CancellationToken.None);
        await store.WriteAsync(notebook, new LineWritten("first"));

        (await store.TryWriteAsync(notebook, stale, new LineWritten("late"))).ShouldBeOfType<AppendResult.VersionConflict>();

        (await store.StreamAsync(notebook)).Count.ShouldBe(2);
        (await store.Database.QueryAsync<string>("select text from read_models.lines")).ShouldBe(["first"]);
    }

    [Fact]
    public async Task Starting_a_stream_twice_is_refused()
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();
        var nothing = await store.States.LoadAsync(notebook, CancellationToken.None);

        (await store.TryWriteAsync(notebook, nothing, new NotebookOpened("Hà"))).ShouldBe(new AppendResult.Committed(1));
        (await store.TryWriteAsync(notebook, nothing, new NotebookOpened("Minh"))).ShouldBeOfType<AppendResult.VersionConflict>();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(64)]
    public async Task Many_writers_at_once_keep_every_event_and_burn_no_number(int writers)
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();
        await store.WriteAsync(notebook, new NotebookOpened("Hà"));

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => store.WriteAsync(notebook, new LineWritten($"line {writer}"))));

        (await store.StreamAsync(notebook)).Select(stored => stored.Version).ShouldBe(Enumerable.Range(1, writers + 1).Select(n => (long)n));
        (await store.Database.QueryAsync<string>("select text from read_models.lines")).Distinct().Count().ShouldBe(writers);
        (await store.Database.QueryAsync<long>("select seq_id from mt_events order by 1")).ShouldBe(Enumerable.Range(1, writers + 1).Select(n => (long)n));
    }

    [Fact]
    public async Task A_read_model_that_refuses_its_row_takes_everything_with_it()
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();
        await store.WriteAsync(notebook, new NotebookOpened("Hà"));
        var loaded = await store.States.LoadAsync(notebook, CancellationToken.None);

        await Should.ThrowAsync<Npgsql.PostgresException>(() => store.TryWriteAsync(notebook, loaded, new LineWritten("forbidden")));

        (await store.StreamAsync(notebook)).Count.ShouldBe(1);
        (await store.States.LoadAsync(notebook, CancellationToken.None)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Two_completions_of_one_message_append_once()
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();
        await store.WriteAsync(notebook, new NotebookOpened("Hà"));
        await store.SendAsync(notebook, "errand");
        var message = (await store.Database.QueryAsync<Guid>("select id from durable.messages")).Single();

        async Task<AppendResult> Complete()
        {
            while (true)
            {
                var loaded = await store.States.LoadAsync(notebook, CancellationToken.None);
                var result = await store.Appender.AppendAsync(Store.Unit(notebook, loaded, new LineWritten("done")) with { Completes = message }, CancellationToken.None);
                if (result is not AppendResult.VersionConflict) return result;
            }
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Complete()));

        results.OfType<AppendResult.Committed>().Count().ShouldBe(1);
        results.OfType<AppendResult.AlreadyCompleted>().Count().ShouldBe(7);
        (await store.StreamAsync(notebook)).Count.ShouldBe(2);
    }
}
