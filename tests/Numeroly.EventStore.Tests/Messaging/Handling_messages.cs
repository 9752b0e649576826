using Numeroly.EventStore.Messaging;
using Numeroly.Harness;

namespace Numeroly.EventStore.Tests.Messaging;

public class Handling_messages
{
    private static readonly MessagingOptions Quick = new()
    {
        FirstRetryAfter = TimeSpan.FromMilliseconds(20),
        LongestRetryAfter = TimeSpan.FromMilliseconds(100),
        MaxFailures = 3,
        PollAtLeastEvery = TimeSpan.FromMilliseconds(100),
        DrainFor = TimeSpan.FromSeconds(5),
    };

    [Fact]
    public async Task Messages_of_a_stream_come_in_order_and_streams_side_by_side()
    {
        await using var store = await Store.StartAsync();
        var streams = Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7()).ToList();
        for (var i = 0; i < 10; i++)
        {
            foreach (var stream in streams) await store.SendAsync(stream, $"{stream} {i}");
        }

        var recorder = new Recorder(async (_, _, cancellation) =>
        {
            await Task.Delay(10, cancellation);
            return new Handled.Done();
        });
        using var pump = store.Pump(recorder, Quick);
        await pump.StartAsync(CancellationToken.None);

        await Eventually.HoldsAsync(() => recorder.Finished.Count == 100, "all messages to be handled");
        foreach (var stream in streams)
            recorder.Finished.Where(name => name.StartsWith($"{stream}", StringComparison.Ordinal)).ShouldBe(Enumerable.Range(0, 10).Select(i => $"{stream} {i}"));
        recorder.MostOfOneStreamAtOnce.ShouldBe(1);
        recorder.MostAtOnce.ShouldBeGreaterThan(1);
        await pump.StopAsync(CancellationToken.None);
        (await Left(store)).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_sent_with_events_is_handled_only_if_they_are_committed()
    {
        await using var store = await Store.StartAsync();
        var notebook = Guid.CreateVersion7();
        var nothing = await store.States.LoadAsync(notebook, CancellationToken.None);
        await SendWith("first");
        await SendWith("second");

        async Task SendWith(string name) => await store.Appender.AppendAsync(
            Store.Unit(notebook, nothing, new NotebookOpened("Hà")) with { Messages = [new NewMessage(Guid.CreateVersion7(), notebook, new Errand(name), TimeSpan.Zero)] },
            CancellationToken.None);

        var recorder = new Recorder();
        using var pump = store.Pump(recorder, Quick);
        await pump.StartAsync(CancellationToken.None);
        await store.SendAsync(notebook, "last");

        await Eventually.HoldsAsync(() => recorder.Finished.Contains("last"), "the messages to be handled");
        recorder.Finished.ShouldBe(["first", "last"]);
        await pump.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Two_nodes_never_handle_one_stream_at_once_and_nothing_twice()
    {
        await using var store = await Store.StartAsync();
        await using var other = await store.AnotherNodeAsync();
        var recorder = new Recorder(async (_, _, cancellation) =>
        {
            await Task.Delay(Random.Shared.Next(5), cancellation);
            return new Handled.Done();
        });
        using var one = store.Pump(recorder, Quick);
        using var two = other.Pump(recorder, Quick);
        await one.StartAsync(CancellationToken.None);
        await two.StartAsync(CancellationToken.None);
        var streams = Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()).ToList();

        await Task.WhenAll(streams.Select(async stream =>
        {
            for (var i = 0; i < 25; i++) await (i % 2 == 0 ? store : other).SendAsync(stream, $"{stream} {i:00}");
        }));

        await Eventually.HoldsAsync(async () => await Left(store) == 0, "all messages to be handled");
        recorder.Finished.Count.ShouldBe(200);
        recorder.Finished.ShouldBeUnique();
        recorder.MostOfOneStreamAtOnce.ShouldBe(1);
        foreach (var stream in streams)
            recorder.Finished.Where(name => name.StartsWith($"{stream}", StringComparison.Ordinal)).ShouldBeInOrder();
        await one.StopAsync(CancellationToken.None);
        await two.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_failing_message_is_tried_again_while_those_behind_it_wait()
    {
        await using var store = await Store.StartAsync();
        var tries = 0;
        var recorder = new Recorder((_, name, _) => Task.FromResult<Handled>(
            name == "shaky" && Interlocked.Increment(ref tries) < 3 ? new Handled.Failed("as told") : new Handled.Done()));
        using var pump = store.Pump(recorder, Quick);
        await pump.StartAsync(CancellationToken.None);
        var stream = Guid.CreateVersion7();
        await store.SendAsync(stream, "shaky");
        await store.SendAsync(stream, "behind");

        await Eventually.HoldsAsync(() => recorder.Finished.Count == 2, "both messages to be handled");

        recorder.Finished.ShouldBe(["shaky", "behind"]);
        await pump.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_poisonous_message_goes_to_the_dead_letters_and_can_be_replayed()
    {
        await using var store = await Store.StartAsync();
        var cured = false;
        var recorder = new Recorder((_, name, _) => name == "poison" && !cured ? throw new InvalidOperationException("no cure yet") : Task.FromResult<Handled>(new Handled.Done()));
        using var pump = store.Pump(recorder, Quick);
        await pump.StartAsync(CancellationToken.None);
        var stream = Guid.CreateVersion7();
        await store.SendAsync(stream, "poison");
        await store.SendAsync(stream, "behind");
        await Eventually.HoldsAsync(() => recorder.Finished.Contains("behind"), "the stream to go on");

        var letter = (await store.DeadLetters.ListAsync(10, CancellationToken.None)).ShouldHaveSingleItem();
        letter.Attempts.ShouldBe(Quick.MaxFailures);
        letter.Failure.ShouldContain("no cure yet");

        cured = true;
        (await store.DeadLetters.ReplayAsync(letter.Id, CancellationToken.None)).ShouldBe(1);
        await Eventually.HoldsAsync(() => recorder.Finished.Contains("poison"), "the replayed message to be handled");
        (await store.DeadLetters.CountAsync(CancellationToken.None)).ShouldBe(0);
        await pump.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_message_that_cannot_succeed_now_is_kept_as_long_as_it_takes()
    {
        await using var store = await Store.StartAsync();
        var tries = 0;
        var recorder = new Recorder((_, _, _) => Task.FromResult<Handled>(
            Interlocked.Increment(ref tries) <= Quick.MaxFailures * 3 ? new Handled.NotNow("Daily is down", TimeSpan.FromMilliseconds(5)) : new Handled.Done()));
        using var pump = store.Pump(recorder, Quick);
        await pump.StartAsync(CancellationToken.None);

        await store.SendAsync(Guid.CreateVersion7(), "patient");

        await Eventually.HoldsAsync(() => recorder.Finished.Contains("patient"), "the message to be handled at last");
        await pump.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_scheduled_message_waits_and_lets_others_pass()
    {
        await using var store = await Store.StartAsync();
        var recorder = new Recorder();
        using var pump = store.Pump(recorder, Quick);
        await pump.StartAsync(CancellationToken.None);
        var stream = Guid.CreateVersion7();

        await store.SendAsync(stream, "later", TimeSpan.FromSeconds(1));
        await store.SendAsync(stream, "now");

        await Eventually.HoldsAsync(() => recorder.Finished.Count == 2, "both messages to be handled");
        recorder.Finished.ShouldBe(["now", "later"]);
        await pump.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_a_lost_node_was_handling_another_handles_at_once()
    {
        await using var store = await Store.StartAsync();
        await using var other = await store.AnotherNodeAsync();
        var stuck = new TaskCompletionSource();
        var lost = new Recorder(async (_, _, cancellation) =>
        {
            stuck.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return new Handled.Done();
        });
        using var first = store.Pump(lost, Quick);
        await first.StartAsync(CancellationToken.None);
        await store.SendAsync(Guid.CreateVersion7(), "errand");
        await stuck.Task;
        var recorder = new Recorder();
        using var second = other.Pump(recorder, Quick);
        await second.StartAsync(CancellationToken.None);

        // The session that holds the first node's locks ends, as it does when the process is killed.
        await store.Database.ExecuteAsync(
            """
            select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and classid = 1316318565 and pid <> pg_backend_pid()
              and database = (select oid from pg_database where datname = current_database())
            """);

        await Eventually.HoldsAsync(() => recorder.Finished.Contains("errand") || lost.Finished.Contains("errand"), "the message to be handled");
        await second.StopAsync(CancellationToken.None);
        await first.StopAsync(CancellationToken.None);
        (await Left(store)).ShouldBe(0);
    }

    [Fact]
    public async Task A_type_this_node_does_not_know_is_left_to_one_that_does()
    {
        await using var store = await Store.StartAsync();
        await store.Database.ExecuteAsync(
            "insert into durable.messages (id, stream_id, type, body, due_at, available_at) values (gen_random_uuid(), gen_random_uuid(), 'from_the_future', '{}', now(), now())");
        var recorder = new Recorder();
        using var pump = store.Pump(recorder, Quick);
        await pump.StartAsync(CancellationToken.None);
        await store.SendAsync(Guid.CreateVersion7(), "known");

        await Eventually.HoldsAsync(() => recorder.Finished.Contains("known"), "the known message to be handled");
        (await store.Database.QueryAsync<string>("select type from durable.messages")).ShouldBe(["from_the_future"]);
        await pump.StopAsync(CancellationToken.None);
    }

    private static async Task<long> Left(Store store) => (await store.Database.QueryAsync<long>("select count(*) from durable.messages")).Single();
}
