using System.Text;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Idempotency;
using Numeroly.EventStore.Messaging;

namespace Numeroly.EventStore.Tests.Idempotency;

public class Keeping_answers
{
    private static readonly IdempotencyKey Key = new("alice", "key-1", "fingerprint"u8.ToArray());

    [Fact]
    public async Task An_answer_is_kept_with_its_effect_and_given_again()
    {
        await using var store = await Store.StartAsync();
        (await store.Idempotency.FindAsync(Key, CancellationToken.None)).ShouldBeNull();

        await store.Appender.AppendAsync(new UnitOfWork { Answer = Answer(null) }, CancellationToken.None);

        var known = (await store.Idempotency.FindAsync(Key, CancellationToken.None)).ShouldBeOfType<KnownKey.Answered>();
        known.Status.ShouldBe(201);
        known.Location.ShouldBe("/here");
        Encoding.UTF8.GetString(known.Body.Span).ShouldBe("answer");
        (await store.Idempotency.FindAsync(Key with { Fingerprint = "other"u8.ToArray() }, CancellationToken.None)).ShouldBeOfType<KnownKey.UsedForAnotherRequest>();
        (await store.Idempotency.FindAsync(Key with { Owner = "bob" }, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_is_kept_and_the_others_effect_is_undone()
    {
        await using var store = await Store.StartAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            var notebook = Guid.CreateVersion7();
            var nothing = await store.States.LoadAsync(notebook, CancellationToken.None);
            return await store.Appender.AppendAsync(Store.Unit(notebook, nothing, new NotebookOpened("Hà")) with { Answer = Answer(null) }, CancellationToken.None);
        }));

        results.OfType<AppendResult.Committed>().Count().ShouldBe(1);
        results.OfType<AppendResult.AlreadyAnswered>().Count().ShouldBe(9);
        (await store.Database.QueryAsync<long>("select count(*) from mt_events")).ShouldBe([1]);
    }

    [Fact]
    public async Task A_reserved_key_is_under_way_until_its_attempt_answers()
    {
        await using var store = await Store.StartAsync();
        var attempt = Guid.CreateVersion7();
        (await Reserve(store, attempt, TimeSpan.FromMinutes(1))).ShouldNotBeNull();

        (await Reserve(store, Guid.CreateVersion7(), TimeSpan.FromMinutes(1))).ShouldBeNull();
        (await store.Idempotency.FindAsync(Key, CancellationToken.None)).ShouldBeOfType<KnownKey.UnderWay>().LeaseLeft.ShouldBeGreaterThan(TimeSpan.FromSeconds(30));

        await store.Appender.AppendAsync(new UnitOfWork { Answer = Answer(attempt) }, CancellationToken.None);
        (await store.Idempotency.FindAsync(Key, CancellationToken.None)).ShouldBeOfType<KnownKey.Answered>();
        (await Reserve(store, Guid.CreateVersion7(), TimeSpan.FromMinutes(1))).ShouldBeNull();
    }

    [Fact]
    public async Task An_attempt_that_outlived_its_lease_loses_to_the_one_that_took_over()
    {
        await using var store = await Store.StartAsync();
        var slow = Guid.CreateVersion7();
        var next = Guid.CreateVersion7();
        await Reserve(store, slow, TimeSpan.Zero);
        (await store.Idempotency.FindAsync(Key, CancellationToken.None)).ShouldBeNull();
        (await Reserve(store, next, TimeSpan.FromMinutes(1))).ShouldNotBeNull();

        (await store.Appender.AppendAsync(new UnitOfWork { Answer = Answer(slow) }, CancellationToken.None)).ShouldBeOfType<AppendResult.ReservationLost>();
        (await store.Appender.AppendAsync(new UnitOfWork { Answer = Answer(next) }, CancellationToken.None)).ShouldBeOfType<AppendResult.Committed>();
    }

    [Fact]
    public async Task Fifty_reservations_at_once_give_one_attempt_and_one_clean_up()
    {
        await using var store = await Store.StartAsync();

        var reserved = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Reserve(store, Guid.CreateVersion7(), TimeSpan.FromMinutes(1))));

        reserved.Count(clock => clock is not null).ShouldBe(1);
        (await store.Database.QueryAsync<long>("select count(*) from durable.messages")).ShouldBe([1]);
    }

    [Fact]
    public async Task A_released_key_is_free_again_and_its_clean_up_withdrawn()
    {
        await using var store = await Store.StartAsync();
        var attempt = Guid.CreateVersion7();
        await Reserve(store, attempt, TimeSpan.FromMinutes(1));

        await store.Idempotency.ReleaseAsync(Key, attempt, attempt, CancellationToken.None);

        (await store.Idempotency.FindAsync(Key, CancellationToken.None)).ShouldBeNull();
        (await store.Database.QueryAsync<long>("select count(*) from durable.messages")).ShouldBe([0]);
    }

    [Fact]
    public async Task An_answer_older_than_a_day_is_forgotten_and_gives_way()
    {
        await using var store = await Store.StartAsync();
        await store.Appender.AppendAsync(new UnitOfWork { Answer = Answer(null) }, CancellationToken.None);
        await store.Database.ExecuteAsync("update durable.idempotency_keys set created_at = now() - interval '25 hours'");

        (await store.Idempotency.FindAsync(Key, CancellationToken.None)).ShouldBeNull();
        (await store.Appender.AppendAsync(new UnitOfWork { Answer = Answer(null) }, CancellationToken.None)).ShouldBeOfType<AppendResult.Committed>();
        await store.Database.ExecuteAsync("update durable.idempotency_keys set created_at = now() - interval '25 hours'");
        (await store.Idempotency.ForgetOldAsync(CancellationToken.None)).ShouldBe(1);
    }

    private static KeptAnswer Answer(Guid? attempt) => new(Key, attempt, 201, "/here", "answer"u8.ToArray());

    private static Task<DateTimeOffset?> Reserve(Store store, Guid attempt, TimeSpan lease) => store.Idempotency.ReserveAsync(
        Key, attempt, lease, new NewMessage(attempt, attempt, new Errand("clean up"), TimeSpan.FromMinutes(1)), null, CancellationToken.None);
}
