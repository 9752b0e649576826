using System.Runtime.InteropServices;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.Machine;

/// <summary>Where and under what circumstances something was measured: without it a figure says nothing.</summary>
/// <param name="Fsync">Of the disk that holds the database; null when it cannot be reached from here.</param>
public sealed record Surroundings(
    DateTimeOffset At, int Cores, string System, string Runtime, DatabaseServer Database, Latency? Fsync, double? LoadBefore, double? LoadAfter)
{
    public bool IsBusy => LoadBefore > Cores;

    public static async Task<Surroundings> ReadAsync(CancellationToken cancellation)
    {
        var load = await LoadAverage.ReadAsync(cancellation);
        var database = await DatabaseServer.ReadAsync(cancellation);
        return new Surroundings(
            TimeProvider.System.GetUtcNow(),
            Environment.ProcessorCount,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            database,
            await TryMeasureFsyncAsync(database, cancellation),
            load,
            null);
    }

    public async Task<Surroundings> AfterwardsAsync(CancellationToken cancellation) => this with { LoadAfter = await LoadAverage.ReadAsync(cancellation) };

    // Beside the data folder, never in it: that one is PostgreSQL's alone.
    private static async Task<Latency?> TryMeasureFsyncAsync(DatabaseServer database, CancellationToken cancellation)
    {
        try
        {
            return Path.GetDirectoryName(database.DataDirectory) is { } folder && Directory.Exists(folder) ? await FsyncTime.MeasureAsync(folder, cancellation) : null;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }
}
