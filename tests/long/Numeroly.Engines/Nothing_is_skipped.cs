namespace Numeroly.Engines;

public class Nothing_is_skipped
{
    [Fact]
    public async Task The_daemon_gives_each_committed_event_once_and_in_order_where_a_plain_reader_misses_some()
    {
        await using var stream = await Following.StartAsync(_ => { });

        await stream.WriteAsync(events: 20_000);

        await Console.Out.WriteLineAsync(stream.Measures("daemon"));
        stream.Reader.Judge(stream.Committed).Missed.ShouldBeGreaterThan(0, "what was held open would be seen by anybody, and nothing is shown");
        stream.ConsumerAccount.ShouldBe(new Account(Missed: 0, Twice: 0, OutOfOrder: 0));
    }

    /// <summary>So that the test above is known to be able to fail.</summary>
    [Fact]
    public async Task Without_looking_at_open_transactions_it_misses_some()
    {
        await using var stream = await Following.StartAsync(store => store.Projections.UseTransactionEvidenceForGapSkipping = false);

        await stream.WriteAsync(events: 5_000);

        await Console.Out.WriteLineAsync(stream.Measures("by the clock"));
        stream.ConsumerAccount.Missed.ShouldBeGreaterThan(0);
    }
}
