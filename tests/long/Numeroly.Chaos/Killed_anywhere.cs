using System.Diagnostics;
using System.Net;
using Numeroly.Api.Conversations;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Chaos;

public class Killed_anywhere(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task At_every_step_of_creating_and_ending_nothing_is_lost_left_or_done_twice()
    {
        const int rounds = 4; // 16 steps, before and after each, 4 times: 128 kills.
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        await using var api = await MortalApi.StartAsync();
        var moments = Enumerable.Range(0, rounds).SelectMany(_ => Step.All).SelectMany(step => new[] { new Moment(step, After: false), new Moment(step, After: true) }).ToArray();
        new Random(seed).Shuffle(moments);

        var people = new List<Person>();
        foreach (var moment in moments)
        {
            var person = new Person(api, $"person-{people.Count}", endsIt: true, messages: 3);
            people.Add(person);
            var killed = api.ArmAsync(moment);
            var life = person.LiveAsync();

            // The moment may come while the person is served, or afterwards, when what was promised is carried out.
            if (await Task.WhenAny(killed, Task.Delay(Patience)) != killed) throw new TimeoutException($"The moment {moment} never came; the person's life is {life.Status} {life.Exception}");
            await api.ReviveAsync();
            await FinishAsync(api, life, moment.ToString(), [person]);
        }

        api.Deaths.ShouldBeGreaterThanOrEqualTo(100);
        for (var i = 0; i < 5; i++)
        {
            var stays = new Person(api, $"staying-{i}", endsIt: false, messages: 2);
            people.Add(stays);
            await stays.LiveAsync();
        }

        await JudgeAsync(api, people);
    }

    [Fact]
    public async Task At_any_time_under_load_nothing_is_lost_left_or_done_twice()
    {
        const int kills = 25;
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var api = await MortalApi.StartAsync();
        var people = new List<Person>();
        using var stop = new CancellationTokenSource();
        var crowd = Task.WhenAll(Enumerable.Range(0, 8).Select(lane => Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var person = new Person(api, $"person-{lane}-{i}", endsIt: i % 5 != 4, messages: 5);
                lock (people) people.Add(person);
                await person.LiveAsync();
            }
        })));

        for (var i = 0; i < kills; i++)
        {
            await Task.Delay(random.Next(50, 1500));
            api.Kill();
            await api.ReviveAsync();
            if (crowd.IsCompleted) await crowd;
        }

        await stop.CancelAsync();
        await FinishAsync(api, crowd, "the last kill", people);
        output.WriteLine($"{people.Count} conversations, {people.Sum(person => person.Acknowledged.Count)} messages, {api.Deaths} kills");
        await JudgeAsync(api, people);
    }

    private static async Task FinishAsync(MortalApi api, Task lives, string killed, IReadOnlyList<Person> people)
    {
        if (await Task.WhenAny(lives, Task.Delay(Patience)) == lives)
        {
            await lives;
            return;
        }

        throw new TimeoutException(
            $"After {killed}, somebody is still waiting.\n{string.Join('\n', people.Where(person => !person.IsDone).Select(person => $"{person.Name} {person.Conversation}: {person.LastAnswer}"))}\n{api.LastWords}");
    }

    private async Task JudgeAsync(MortalApi api, List<Person> people)
    {
        var started = Stopwatch.GetTimestamp();
        var backend = api.Backend;
        var expected = people.Where(person => !person.Ended).Select(person => Rooms.NameOf(person.Conversation)).Order(StringComparer.Ordinal).ToList();
        await Eventually.BecomesAsync(
            async () => string.Join(", ", (await backend.Daily.LedgerAsync()).Rooms.Where(room => room.DeletedAt is null).Select(room => room.Name).Order(StringComparer.Ordinal)),
            rooms => rooms == string.Join(", ", expected),
            $"the rooms open at Daily to be those of the open conversations: {string.Join(", ", expected)}",
            TimeSpan.FromMinutes(2));
        await Eventually.HoldsAsync(
            async () => (await backend.Database.QueryAsync<long>(
                "select count(*) from views.messages where type not in ('end_if_nobody_came', 'end_if_left_for_good', 'end_at_limit', 'abandon_unless_created')")).Single() == 0,
            "all messages to be handled",
            TimeSpan.FromMinutes(2));
        output.WriteLine($"settled after {Stopwatch.GetElapsedTime(started)}");

        var open = await backend.Database.QueryAsync<Guid>("select conversation_id from views.conversations where ended_at is null");
        open.Select(Rooms.NameOf).Order(StringComparer.Ordinal).ShouldBe(expected);
        var ledger = await backend.Daily.LedgerAsync();
        ledger.Summary.RoomsDeletedMoreThanOnce.ShouldBe(0);
        ledger.Rooms.ShouldAllBe(room => room.DeletesWithEffect <= 1);
        (await backend.Database.QueryAsync<long>("select count(*) from mt_events where type = 'room_created'")).ShouldBe([people.Count], "one conversation per intention");
        (await backend.Database.QueryAsync<long>("select count(*) from views.dead_letters")).ShouldBe([0]);
        (await backend.Database.QueryAsync<string>(
            """
            select stream_id || ': ' || string_agg(version || ' ' || type, ', ' order by seq_id)
            from mt_events where type <> 'tombstone' group by stream_id having min(version) <> 1 or max(version) <> count(*)
            """)).ShouldBeEmpty("streams with a hole or a double");
        (await backend.Database.QueryAsync<long>(
            "select count(*) from (select stream_id from mt_events where type in ('ended', 'room_deleted') group by stream_id, type having count(*) > 1) twice")).ShouldBe([0]);

        foreach (var person in people)
        {
            var app = api.As(person.Name);
            (await app.TranscriptAsync(person.Conversation)).Select(message => message.MessageId).ShouldBe(person.Acknowledged, $"{person.Name}'s messages");
            var view = await app.LookAsync(person.Conversation);
            (view.Status == ConversationStatus.Ended).ShouldBe(person.Ended);
            if (person.Ended) view.RoomDeletedAt.ShouldNotBeNull();
            (await (await app.GetAsync("/conversations")).ShouldBeAsync<ConversationPage>(HttpStatusCode.OK)).Total.ShouldBe(1);
        }
    }
}
