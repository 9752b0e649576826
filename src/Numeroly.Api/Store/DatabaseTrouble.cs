using Npgsql;

namespace Numeroly.Api.Store;

/// <summary>Tells a database that is away for a while from a statement that is wrong.</summary>
public static class DatabaseTrouble
{
    // Shutting down or starting (57P0x), no connection free (53300), disk full (53100), read-only after a failover (25006).
    private static readonly HashSet<string> Away = ["57P01", "57P02", "57P03", "53300", "53100", "25006"];

    public static bool IsAway(Exception fault) => fault switch
    {
        PostgresException { SqlState: { } state } => Away.Contains(state) || state.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        { InnerException: { } inner } => IsAway(inner),
        _ => false,
    };
}
