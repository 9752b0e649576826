using Numeroly.Harness;

namespace Numeroly.Engines;

/// <summary>Judges a trial by what is in the database.</summary>
public sealed class Verdict(TestDatabase database)
{
    // What a node had in hand when it was taken for dead it may go on with, if it is alive after all, beside the one that took
    // over; its effects are dropped. That is for what it had then, and not for good. How often a node was taken for dead that
    // was neither killed nor frozen is printed: it says that the machine kept a process from saying anything.
    private const string Excused =
        """
        (exists (
            select from trial.ejections e join trial.nodes n on n.id = e.id
            where n.node in (a.node, b.node) and e.at < b.began and b.began < greatest(e.at, n.thawed_at) + interval '30 seconds')
         or exists (
            select from trial.ejections e join trial.nodes n on n.id = e.id where e.at < coalesce(n.killed_at, n.frozen_at, 'infinity')))
        """;

    private const string PoisonSql = "select concat_ws(' ', conversation, number) from trial.poison where not healed order by 1";
    private const string NoPoison = "not exists (select from trial.poison x where (x.conversation, x.number) = (p.conversation, p.number))";

    public async Task IsSoundAsync()
    {
        (await RowsAsync(
            $"""
            select p::text from trial.posted p
            where not exists (select from trial.effects e where (e.conversation, e.number) = (p.conversation, p.number)) and {NoPoison}
            """)).ShouldBeEmpty("lost");
        (await RowsAsync("select concat_ws(' ', conversation, number, count(*)) from trial.effects group by conversation, number having count(*) > 1"))
            .ShouldBeEmpty("done twice");
        (await RowsAsync(
            $"""
            select concat_ws(' ', conversation, before, number)
            from (select *, lag(number) over (partition by conversation order by version) as before from trial.effects where number <= {Trial.Messages}) e
            where number <= before
            """)).ShouldBeEmpty("out of order");
        (await RowsAsync(
            $"""
            select concat_ws(' ', b, 'of', string_agg(a::text, ', ' order by a.id)) from trial.spans a join trial.spans b using (conversation)
            where b.number <= {Trial.Messages} and a.number = b.number and a.id <= b.id
              and array(select e from unnest(b.effects) with ordinality as u(e, o) where e <= {Trial.Messages} order by o)
                <> array(select n from generate_series(1, b.number - 1) n where not exists (select from trial.poison p where (p.conversation, p.number) = (b.conversation, n)))
            group by b having not bool_or({Excused})
            """)).ShouldBeEmpty("begun before those before it had had their effects, or after its own");
        (await OverlapsAsync(excused: false)).ShouldBeEmpty("overlapping");
        (await RowsAsync(
            $"""
            select concat_ws(' ', a, b) from trial.spans a join trial.spans b using (conversation, number)
            where a.outcome = 'done' and b.began > a.ended and not {Excused}
              -- A frozen node's open transactions hold up others until they give up, and try again.
              and not exists (select from trial.nodes where frozen_at is not null)
            """)).ShouldBeEmpty("begun again after it was done");
        (await RowsAsync(DeadSql)).ShouldBe(await RowsAsync(PoisonSql), "the dead letters are the poison");
        (await RowsAsync("select m::text from sequencer.messages m where died_at is null")).ShouldBeEmpty("still in a sequence");
        (await RowsAsync("select id::text from wolverine.wolverine_incoming_envelopes where status <> 'Handled'")).ShouldBeEmpty("still with Wolverine");
    }

    /// <summary>Heals one of the poisoned messages, and has its dead letter tried again as the command line does.</summary>
    public async Task ReplayingWorksAsync()
    {
        var poison = (await RowsAsync(PoisonSql))[0].Split(' ');
        var (conversation, number) = (poison[0], poison[1]);
        await database.ExecuteAsync($"update trial.poison set healed = true where conversation = '{conversation}'");
        await database.ExecuteAsync(
            $"""
            update wolverine.wolverine_dead_letters set replayable = true
            where id = (select id from views.dead_letters where conversation_id = '{conversation}')
            """);

        await Eventually.HoldsAsync(
            async () => await EffectsAsync(conversation) is [.., var last] && last == number,
            "the replayed one to be handled, after all others of its conversation");
        await Eventually.HoldsAsync(async () => (await RowsAsync("select m::text from views.messages m")).Count == 0, "nothing to be left");
        (await EffectsAsync(conversation)).Count(effect => effect == number).ShouldBe(1, "replayed once");
        (await RowsAsync(DeadSql)).ShouldBe(await RowsAsync(PoisonSql), "the other dead letters stay");
    }

    /// <summary>What was measured, as rows of a table. Nothing here is asserted: it depends on the machine.</summary>
    public async Task<string> MeasuresAsync() => string.Join('\n', [
        .. await RowsAsync(
            """
            select format('| %s | conversations of a %s node: %s, the last went on after %s s, half of them after %s s |',
                node, case when killed then 'killed' else 'frozen' end, count(*), round(max(gap), 1),
                round(percentile_cont(0.5) within group (order by gap)::numeric, 1))
            from (
                select o.node, n.killed_at is not null as killed, extract(epoch from (
                    select min(h.began) from trial.handlings h where h.conversation = o.conversation and h.began > o.stopped_at) - o.stopped_at) as gap
                from trial.orphaned o join trial.nodes n using (node)) gaps
            where gap is not null group by node, killed order by length(node), node
            """),
        .. await RowsAsync(
            $"""
            select format('| others | %s messages in turn waited p50 %s ms, p99 %s ms, at most %s s to be begun |',
                count(*), {Percentile("0.5")}, {Percentile("0.99")}, round(max(wait), 2))
            from ({WaitsSql}) w
            """),
        .. await RowsAsync(
            """
            select format('| failed | %s tries failed; the next began after p50 %s ms, at most %s s |',
                count(*), round((percentile_cont(0.5) within group (order by wait) * 1000)::numeric), round(max(wait), 2))
            from (
                select extract(epoch from (
                    select min(b.began) from trial.handlings b
                    where (b.conversation, b.number) = (a.conversation, a.number) and b.began > a.ended) - a.ended) as wait
                from trial.handlings a where outcome = 'failed') w
            where wait is not null
            """),
        .. await RowsAsync(
            """
            select format('| all | %s messages, %s handlings, %s of them cut off, %s s from the first to the last |',
                (select count(*) from trial.posted), count(*), count(*) filter (where ended is null), round(extract(epoch from max(began) - min(began))))
            from trial.handlings
            """),
        .. await RowsAsync(
            """
            select format('| taken for dead | %s nodes, at most %s s after it was so; and %s that were neither killed nor frozen |',
                count(*) filter (where at > stopped_at), round(extract(epoch from max(at - stopped_at)), 1), count(*) filter (where at < stopped_at or stopped_at is null))
            from (select e.at, coalesce(n.killed_at, n.frozen_at) as stopped_at from trial.ejections e join trial.nodes n using (id)) e
            """),
        $"| leftovers | {(await OverlapsAsync(excused: true)).Count} handlings beside that of a node taken for dead, without effect |",
    ]);

    // From when a message was in turn (posted, and the one before it done or dead) to when it was first begun.
    private const string WaitsSql =
        """
        select extract(epoch from began - ready) as wait from (
            select f.conversation, f.began, greatest(
                p.at,
                (select max(x.ended) from trial.handlings x where x.conversation = f.conversation and x.outcome = 'done' and x.ended <= f.began),
                (select max(d.died_at) from sequencer.messages d where d.conversation_id = f.conversation and d.died_at <= f.began)) as ready
            from (select distinct on (conversation, number) * from trial.handlings where number < 100 order by conversation, number, began) f
            join trial.posted p using (conversation, number)) turns
        where not exists (select from trial.orphaned o where o.conversation = turns.conversation and o.stopped_at between ready - interval '1 second' and began + interval '1 second')
          and not exists (select from trial.orphaned o join trial.nodes n using (node) where n.frozen_at is not null and o.conversation = turns.conversation and began > o.stopped_at)
        """;

    // As the sequencer knows them, as Wolverine does: the one without the other shows as a row with only one side.
    private const string DeadSql =
        """
        select case
            when m.id is null then 'only Wolverine has ' || d::text
            else concat_ws(' ', m.conversation_id, m.body ->> 'Attempt', case when d.id is null then 'which Wolverine has not' end) end
        from (select * from sequencer.messages where died_at is not null) m full join views.dead_letters d using (conversation_id)
        order by 1
        """;

    private static string Percentile(string part) => $"round((percentile_cont({part}) within group (order by wait) * 1000)::numeric)";

    private Task<IReadOnlyList<string>> OverlapsAsync(bool excused) => RowsAsync(
        $"""
        select concat_ws(' ', a, '|', b) from trial.spans a join trial.spans b using (conversation)
        where (a.began, a.id) < (b.began, b.id) and b.began < a.until and {(excused ? "" : "not ")}{Excused}
        """);

    private Task<IReadOnlyList<string>> EffectsAsync(string conversation) =>
        RowsAsync($"select number::text from trial.effects where conversation = '{conversation}' order by version");

    private Task<IReadOnlyList<string>> RowsAsync(string sql) => database.QueryAsync<string>(sql);
}
