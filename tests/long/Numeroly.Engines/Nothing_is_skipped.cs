namespace Numeroly.Engines;

public class Nothing_is_skipped
{
    [Fact]
    public async Task The_daemon_gives_each_committed_event_once_and_in_order_where_a_plain_reader_misses_some()
    {
        await using var stream = await Following.StartAsync();

        await stream.WriteAsync(events: 20_000);

        await Console.Out.WriteLineAsync(stream.Measures("daemon"));
        stream.Reader.Judge(stream.Committed).Missed.ShouldBeGreaterThan(0, "what was held open would be seen by anybody, and nothing is shown");
        stream.ConsumerAccount.ShouldBe(new Account(Missed: 0, Twice: 0, OutOfOrder: 0));
    }
}
