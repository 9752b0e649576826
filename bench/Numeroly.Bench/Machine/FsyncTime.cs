using System.Diagnostics;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.Machine;

/// <summary>
/// What the disk takes to make 8 KB durable: written over and over at one place of a file and flushed each time, as
/// PostgreSQL does with its log. No commit can be faster.
/// </summary>
internal static class FsyncTime
{
    private const int Bytes = 8192;
    private const int Times = 200;

    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static async Task<Latency> MeasureAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, $"fsync-{Guid.NewGuid():N}");
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, options: FileOptions.DeleteOnClose, preallocationSize: Bytes);
        var page = new byte[Bytes];
        Random.Shared.NextBytes(page);
        var samples = new List<TimeSpan>(Times);
        for (var i = 0; i < Times; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await RandomAccess.WriteAsync(file, page, 0, cancellation);
            RandomAccess.FlushToDisk(file);
            samples.Add(Stopwatch.GetElapsedTime(begun));
        }

        return Latency.Of(samples);
    }
}
