using System.Diagnostics;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.Machine;

/// <summary>What a run takes of the processors: the program that is measured, and PostgreSQL for it.</summary>
/// <param name="program">What the report calls the program.</param>
/// <param name="each">What the report calls one operation.</param>
/// <param name="postgres">Null where that is not known.</param>
internal sealed class CpuMeter(string program, string each, int processId, PostgresProcesses? postgres)
{
    /// <summary>Adds to what the run counts, in milliseconds for each operation.</summary>
    public async Task<Measurement> MeasureAsync(Func<Task<Measurement>> run)
    {
        var (programBefore, postgresBefore) = TimeUsed();
        var measured = await run();
        var (programAfter, postgresAfter) = TimeUsed();
        var counts = measured.Counts.Add($"CPU ms of {program} for each {each}", Each(programAfter - programBefore));
        if (postgresAfter - postgresBefore is { } ofPostgres)
        {
            counts = counts
                .Add($"CPU ms of PostgreSQL for each {each}", Each(ofPostgres))
                .Add($"CPU ms together for each {each}", Each(programAfter - programBefore + ofPostgres));
        }

        return measured with { Counts = counts };

        double Each(TimeSpan time) => time.TotalMilliseconds / measured.Latency.Count;
    }

    private (TimeSpan Program, TimeSpan? Postgres) TimeUsed()
    {
        using var process = Process.GetProcessById(processId);
        return (process.TotalProcessorTime, postgres?.TimeUsed());
    }
}
