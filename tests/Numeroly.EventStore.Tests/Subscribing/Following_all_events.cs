using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Schema;
using Numeroly.EventStore.Subscribing;
using Numeroly.Harness;

namespace Numeroly.EventStore.Tests.Subscribing;

public class Following_all_events
{
    [Fact]
    public async Task Nothing_is_skipped_while_transactions_are_held_open_at_random()
    {
        const int writers = 16;
        const int perWriter = 25;
        await using var store = await Store.StartAsync();
        using var follower = new Follower(store);
        await follower.StartAsync();
        var committed = new ConcurrentBag<Guid>();

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAtRandomAsync(store, writer, perWriter, committed))));

        await Eventually.HoldsAsync(() => follower.Seen.Count >= committed.Count, "every committed event to be seen");
        follower.Seen.Select(stored => stored.Sequence).ShouldBeInOrder();
        follower.Seen.Select(stored => stored.Id).ShouldBeUnique();
        follower.Seen.Select(stored => stored.StreamId).ShouldBe(committed, ignoreOrder: true);
        (await store.Database.QueryAsync<long>("select count(*) from mt_events")).ShouldBe([committed.Count]);
    }

    [Fact]
    public async Task An_event_waits_for_an_older_open_transaction_and_then_comes_after_its_event()
    {
        await using var store = await Store.StartAsync();
        await using var older = await store.Database.OpenAsync();
        await using var open = await older.BeginTransactionAsync();
        var first = Guid.CreateVersion7();
        await AppendAsync(older, first);
        var second = Guid.CreateVersion7();
        await store.WriteAsync(second, new NotebookOpened("Hà"));

        var read = store.Feed.ReadAsync(0, 10, CancellationToken.None);
        await Should.ThrowAsync<TimeoutException>(() => read.WaitAsync(TimeSpan.FromMilliseconds(500)));
        await open.CommitAsync();

        (await read).Events.Select(stored => stored.StreamId).ShouldBe([first, second]);
    }

    [Fact]
    public async Task A_number_whose_transaction_was_rolled_back_holds_nobody_up()
    {
        await using var store = await Store.StartAsync();
        await using var other = await store.Database.OpenAsync();
        await using (var lost = await other.BeginTransactionAsync())
        {
            await AppendAsync(other, Guid.CreateVersion7());
            await lost.RollbackAsync();
        }

        var notebook = Guid.CreateVersion7();
        await store.WriteAsync(notebook, new NotebookOpened("Hà"));

        var page = await store.Feed.ReadAsync(0, 10, CancellationToken.None);
        page.Events.Single().StreamId.ShouldBe(notebook);
        page.Position.ShouldBe(2);
    }

    [Fact]
    public async Task A_transaction_that_drew_no_number_holds_nobody_up()
    {
        await using var store = await Store.StartAsync();
        await using var other = await store.Database.OpenAsync();
        await using var open = await other.BeginTransactionAsync();
        await using (var write = new NpgsqlCommand("create table elsewhere (id int); select count(*) from mt_events; select last_value from mt_events_sequence", other, open))
            await write.ExecuteNonQueryAsync();
        await using (var lost = await (await store.Database.OpenAsync()).BeginTransactionAsync()) await AppendAsync(lost.Connection!, Guid.CreateVersion7());
        await store.WriteAsync(Guid.CreateVersion7(), new NotebookOpened("Hà"));

        (await store.Feed.ReadAsync(0, 10, CancellationToken.None)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_subscriber_goes_on_from_its_checkpoint_and_its_rows_are_written_once()
    {
        await using var store = await Store.StartAsync();
        await store.Database.ExecuteAsync("create table seen (sequence bigint primary key)");
        var failures = 3;
        using (var follower = new Follower(store, events => Interlocked.Decrement(ref failures) >= 0 ? throw new InvalidOperationException("as told") : events, keepRows: true))
        {
            await follower.StartAsync();
            await store.WriteAsync(Guid.CreateVersion7(), new NotebookOpened("Hà"), new LineWritten("một"));
            await Eventually.HoldsAsync(async () => (await Rows(store)).Count == 2, "the first events to be kept");
        }

        await store.WriteAsync(Guid.CreateVersion7(), new NotebookOpened("Minh"));
        using var successor = new Follower(store, keepRows: true);
        await successor.StartAsync();

        await Eventually.HoldsAsync(async () => (await Rows(store)).Count == 3, "the last event to be kept");
        successor.Seen.Count.ShouldBe(1);
        (await store.Database.QueryAsync<long>("select last_seq_id from mt_event_progression where name = 'Follower:All'")).ShouldBe([3]);
    }

    [Fact]
    public async Task A_subscriber_of_what_is_to_come_leaves_the_past_alone_and_then_misses_nothing()
    {
        await using var store = await Store.StartAsync();
        await store.WriteAsync(Guid.CreateVersion7(), new NotebookOpened("Hà"));
        using (var follower = new Follower(store, startsWithNext: true))
        {
            await follower.StartAsync();
            await Eventually.HoldsAsync(async () =>
            {
                await store.WriteAsync(Guid.CreateVersion7(), new NotebookOpened("Minh"));
                return !follower.Seen.IsEmpty;
            }, "what comes to be seen");
            await follower.StopAsync();
            follower.Seen.ShouldNotContain(stored => stored.Sequence == 1);
        }

        var missed = Guid.CreateVersion7();
        await store.WriteAsync(missed, new NotebookOpened("An"));
        using var successor = new Follower(store, startsWithNext: true);
        await successor.StartAsync();
        await Eventually.HoldsAsync(() => successor.Seen.Any(stored => stored.StreamId == missed), "what came meanwhile to be seen");
    }

    [Fact]
    public async Task Two_nodes_follow_once_and_one_takes_over_when_the_other_is_gone()
    {
        await using var store = await Store.StartAsync();
        await using var other = await store.AnotherNodeAsync();
        await store.Database.ExecuteAsync("create table seen (sequence bigint primary key)");
        using var first = new Follower(store, keepRows: true);
        using var second = new Follower(other, keepRows: true);
        await first.StartAsync();
        await store.WriteAsync(Guid.CreateVersion7(), new NotebookOpened("Hà"));
        await Eventually.HoldsAsync(async () => (await Rows(store)).Count == 1, "the first node to follow");
        await second.StartAsync();

        await first.StopAsync();
        await store.WriteAsync(Guid.CreateVersion7(), new NotebookOpened("Minh"));

        await Eventually.HoldsAsync(async () => (await Rows(store)).Count == 2, "the second node to take over");
        first.Seen.Select(stored => stored.Sequence).ShouldBe([1]);
        second.Seen.Select(stored => stored.Sequence).ShouldBe([2]);
    }

    private static Task<IReadOnlyList<long>> Rows(Store store) => store.Database.QueryAsync<long>("select sequence from seen order by 1");

    private static async Task WriteAtRandomAsync(Store store, int writer, int count, ConcurrentBag<Guid> committed)
    {
        var random = new Random(writer);
        await using var connection = await store.Database.OpenAsync();
        for (var i = 0; i < count; i++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var stream = Guid.CreateVersion7();
            await AppendAsync(connection, stream);
            var held = random.Next(10) switch { 0 => random.Next(500, 2500), < 4 => random.Next(5, 50), _ => 0 };
            await Task.Delay(held);
            if (random.Next(5) == 0)
            {
                await transaction.RollbackAsync();
                continue;
            }

            await transaction.CommitAsync();
            committed.Add(stream);
        }
    }

    private static async Task AppendAsync(NpgsqlConnection connection, Guid stream)
    {
        await using var command = new NpgsqlCommand(
            """
            select mt_quick_append_events($1, 'notebook', '*DEFAULT*', array[gen_random_uuid()], array['notebook_opened']::varchar[], array[null]::varchar[],
                array['{"Owner": "x"}']::jsonb[], array[null]::bytea[], array[null]::varchar[], array[null]::varchar[], array[null]::jsonb[], array[now()], 0)
            """,
            connection) { Parameters = { new() { Value = stream } } };
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Follower : ISubscriber, IDisposable
    {
        private readonly Func<IReadOnlyList<StoredEvent>, IReadOnlyList<StoredEvent>> _take;
        private readonly bool _keepRows;
        private readonly Subscription _subscription;
        private readonly ConcurrentQueue<StoredEvent> _seen = new();

        public Follower(Store store, Func<IReadOnlyList<StoredEvent>, IReadOnlyList<StoredEvent>>? take = null, bool keepRows = false, bool startsWithNext = false)
        {
            _take = take ?? (events => events);
            _keepRows = keepRows;
            StartsWithTheNextEvent = startsWithNext;
            _subscription = new Subscription(this, store.Get<StoreDatabase>(), store.Get<StoreReadiness>(), store.Feed, store.Signals, NullLogger<Subscription>.Instance);
        }

        public string Name => "Follower:All";

        public bool StartsWithTheNextEvent { get; }

        public ConcurrentQueue<StoredEvent> Seen => _seen;

        public Task StopAsync() => _subscription.StopAsync(CancellationToken.None);

        public Task StartAsync() => _subscription.StartAsync(CancellationToken.None);

        public async Task HandleAsync(IReadOnlyList<StoredEvent> events, NpgsqlTransaction transaction, CancellationToken cancellation)
        {
            foreach (var stored in _take(events))
            {
                if (_keepRows)
                {
                    await using var insert = new NpgsqlCommand("insert into seen values ($1)", transaction.Connection, transaction) { Parameters = { new() { Value = stored.Sequence } } };
                    await insert.ExecuteNonQueryAsync(cancellation);
                }

                _seen.Enqueue(stored);
            }
        }

        public void Dispose() => _subscription.Dispose();
    }
}
