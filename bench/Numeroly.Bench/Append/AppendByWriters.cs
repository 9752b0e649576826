using Numeroly.Bench.Machine;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.Append;

/// <summary>Appending by several writers at once, each to a stream of its own. The first target is the yardstick.</summary>
internal sealed class AppendByWriters(IReadOnlyList<IAppendTarget> targets, TimeSpan duration, PostgresProcesses? postgres)
{
    private static readonly int[] Writers = [1, 8, 32, 128, 512];

    private readonly CpuMeter _meter = new("the writers' program", "append", Environment.ProcessId, postgres);

    public async Task<IReadOnlyList<Scenario>> ScenariosAsync(CancellationToken cancellation)
    {
        var conversations = new Dictionary<IAppendTarget, Guid[]>();
        foreach (var target in targets)
        {
            var begun = conversations[target] = new Guid[Writers[^1]];
            for (var i = 0; i < begun.Length; i++) begun[i] = await target.BeginAsync(1, cancellation);
        }

        return [.. Writers.SelectMany(writers => targets.Select(target => Of(writers, target, conversations[target])))];
    }

    private Scenario Of(int writers, IAppendTarget target, Guid[] conversations)
    {
        return new Scenario(
            writers == 1 ? "1 writer" : $"{writers} writers",
            target.Name,
            cancellation => _meter.MeasureAsync(() => ClosedLoop.RunAsync(writers, duration, AppendAsync, cancellation)),
            target == targets[0] ? null : targets[0].Name);

        Task AppendAsync(int writer) => target.AppendAsync(conversations[writer]);
    }
}
