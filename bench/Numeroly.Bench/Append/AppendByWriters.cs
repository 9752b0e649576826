using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;
using Numeroly.Bench.Yardsticks;

namespace Numeroly.Bench.Append;

/// <summary>Appending by several writers at once, each to a stream of its own.</summary>
internal sealed class AppendByWriters(StoreNode node, BareRows rows, TimeSpan duration)
{
    private static readonly int[] Writers = [1, 4, 16];

    public async Task<IReadOnlyList<Scenario>> ScenariosAsync()
    {
        var scenarios = new List<Scenario>();
        foreach (var writers in Writers) scenarios.AddRange(Of(writers, await Talk.BeginAsync(node, writers)));
        return scenarios;
    }

    private IEnumerable<Scenario> Of(int writers, Talk[] talks)
    {
        var group = writers == 1 ? "1 writer" : $"{writers} writers";
        const string yardstick = "yardstick: one bare row";
        yield return Scenario(yardstick, _ => rows.InsertAsync(), null);
        yield return Scenario("two bare rows, two statements", _ => rows.TwoStatementsAsync(), yardstick);
        yield return Scenario("append one event", writer => talks[writer].SayAsync(), yardstick);

        Scenario Scenario(string name, Func<int, Task> operation, string? against) =>
            new(group, name, cancellation => ClosedLoop.RunAsync(writers, duration, operation, cancellation), against);
    }
}
