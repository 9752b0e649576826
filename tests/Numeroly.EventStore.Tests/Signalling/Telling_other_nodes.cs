using System.Collections.Concurrent;
using Numeroly.EventStore.Signalling;
using Numeroly.Harness;

namespace Numeroly.EventStore.Tests.Signalling;

public class Telling_other_nodes
{
    [Fact]
    public void A_notice_says_who_committed_and_which_streams_moved_how_far()
    {
        StreamMoved[] moved = [new(Guid.CreateVersion7(), 7), new(Guid.CreateVersion7(), long.MaxValue)];

        var read = CommitNotice.Read(new CommitNotice("node", moved).Payloads().ShouldHaveSingleItem());

        read.Node.ShouldBe("node");
        read.Moved.ShouldBe(moved);
    }

    [Fact]
    public void Many_streams_are_told_in_several_notices_that_PostgreSQL_takes()
    {
        var moved = Enumerable.Range(0, 1000).Select(_ => new StreamMoved(Guid.CreateVersion7(), long.MaxValue)).ToList();

        var payloads = new CommitNotice(Guid.NewGuid().ToString("N"), moved).Payloads().ToList();

        payloads.ShouldAllBe(payload => payload.Length < 8000);
        payloads.SelectMany(payload => CommitNotice.Read(payload).Moved).ShouldBe(moved);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("node something else")]
    [InlineData("node 0198f2c45d1e7c3a9f602b1d6a8e4c77")]
    [InlineData("node 0198f2c45d1e7c3a9f602b1d6a8e4c77:x")]
    [InlineData("")]
    public void What_it_cannot_read_still_counts_as_a_sign_of_something(string payload) => CommitNotice.Read(payload).Moved.ShouldBeEmpty();

    [Fact]
    public async Task An_observer_hears_of_a_commit_at_once_where_it_was_made_and_from_another_node_by_its_notice()
    {
        var (here, there) = (new Ear(), new Ear());
        await using var store = await Store.StartAsync(observer: here);
        await using var other = await store.AnotherNodeAsync(there);
        await store.ConnectAsync();
        var notebook = Guid.CreateVersion7();

        await store.WriteAsync(notebook, new NotebookOpened("Hà"));
        here.Heard.ShouldBe([(new StreamMoved(notebook, 1), true)]);
        await Eventually.HoldsAsync(
            async () =>
            {
                await store.WriteAsync(notebook, new LineWritten("again"));
                return there.Heard.Any(heard => heard.Moved.Stream == notebook && heard.Moved.Version > 1 && !heard.Here);
            },
            "the other node to be told");
    }

    [Fact]
    public async Task Versions_of_many_streams_are_read_at_once()
    {
        await using var store = await Store.StartAsync();
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await store.WriteAsync(one, new NotebookOpened("Hà"));
        await store.WriteAsync(two, new NotebookOpened("An"), new LineWritten("x"));

        (await store.Events.ReadVersionsAsync([one, two, Guid.CreateVersion7()], CancellationToken.None))
            .ShouldBe([new StreamMoved(one, 1), new StreamMoved(two, 2)], ignoreOrder: true);
    }

    private sealed class Ear : IStreamObserver
    {
        private readonly ConcurrentQueue<(StreamMoved Moved, bool Here)> _heard = new();

        public IReadOnlyList<(StreamMoved Moved, bool Here)> Heard => [.. _heard];

        public void Moved(StreamMoved moved, bool here) => _heard.Enqueue((moved, here));
    }
}
