using System.Globalization;
using Npgsql;
using Numeroly.Harness;

namespace Numeroly.Bench.Machine;

/// <summary>
/// The processor time of a PostgreSQL on this machine: of all its processes, those that have ended included, whichever
/// database they work for.
/// </summary>
internal sealed class PostgresProcesses
{
    private const double TicksPerSecond = 100; // The same on every Linux: sysconf(_SC_CLK_TCK).

    private readonly string _postmaster;

    private PostgresProcesses(string postmaster) => _postmaster = postmaster;

    /// <summary>Null where the system does not say, or the server is on another machine.</summary>
    public static async Task<PostgresProcesses?> FindAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(TestDatabase.ConnectionString(await Services.PostgresUrlAsync()));
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection);
        var backend = (int)(await command.ExecuteScalarAsync(cancellation))!;
        var process = Read(backend.ToString(CultureInfo.InvariantCulture));
        return process is { Name: "postgres" } ? new PostgresProcesses(process.Parent) : null;
    }

    public TimeSpan TimeUsed()
    {
        var server = Read(_postmaster) ?? throw new InvalidOperationException("PostgreSQL has ended.");
        var living = Directory.EnumerateDirectories("/proc")
            .Select(folder => Path.GetFileName(folder))
            .Where(name => char.IsDigit(name[0]))
            .Select(Read)
            .Where(process => process?.Parent == _postmaster)
            .Sum(process => process!.Ticks);
        return TimeSpan.FromSeconds((server.Ticks + server.TicksOfEnded + living) / TicksPerSecond);
    }

    private static ProcessStatus? Read(string id)
    {
        try
        {
            return ProcessStatus.Parse(File.ReadAllText($"/proc/{id}/stat"));
        }
        catch (IOException)
        {
            return null; // There is no such system, or the process has just ended.
        }
    }

    /// <param name="Ticks">Of processor time, its own.</param>
    /// <param name="TicksOfEnded">Of its children that have ended.</param>
    private sealed record ProcessStatus(string Name, string Parent, long Ticks, long TicksOfEnded)
    {
        // pid (name) state parent … utime stime cutime cstime, which are numbers 14 to 17; the name may hold anything.
        public static ProcessStatus Parse(string stat)
        {
            var end = stat.LastIndexOf(')');
            var fields = stat[(end + 2)..].Split(' ');
            return new ProcessStatus(stat[(stat.IndexOf('(') + 1)..end], fields[1], Field(14) + Field(15), Field(16) + Field(17));

            long Field(int number) => long.Parse(fields[number - 3], CultureInfo.InvariantCulture);
        }
    }
}
