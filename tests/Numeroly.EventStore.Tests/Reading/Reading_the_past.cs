using Numeroly.EventStore.Reading;

namespace Numeroly.EventStore.Tests.Reading;

public class Reading_the_past
{
    [Fact]
    public async Task State_as_of_a_version_or_a_time_is_what_it_was_then()
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();
        await store.WriteAsync(notebook, new NotebookOpened("Hà"));
        await store.WriteAsync(notebook, new LineWritten("một"));
        await store.WriteAsync(notebook, new LineWritten("hai"));
        var stream = await store.StreamAsync(notebook);

        (await At(new AsOf(1, null))).ShouldBe(new Notebook(notebook, 1, "Hà", 0));
        (await At(new AsOf(2, null))).ShouldBe(new Notebook(notebook, 2, "Hà", 1));
        (await At(new AsOf(null, stream[1].Timestamp))).ShouldBe(new Notebook(notebook, 2, "Hà", 1));
        (await At(new AsOf(null, stream[0].Timestamp.AddMicroseconds(-1)))).ShouldBeNull();
        (await At(AsOf.Now)).ShouldBe(new Notebook(notebook, 3, "Hà", 2));

        Task<Notebook?> At(AsOf when) => store.States.ReadAsOfAsync(notebook, when, CancellationToken.None);
    }

    [Fact]
    public async Task The_kept_state_is_the_replayed_one()
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();
        await store.WriteAsync(notebook, new NotebookOpened("Hà"), new LineWritten("một"), new LineWritten("hai"));

        (await store.States.LoadAsync(notebook, CancellationToken.None)).State
            .ShouldBe(await store.States.ReadAsOfAsync(notebook, AsOf.Now, CancellationToken.None));
    }
}
