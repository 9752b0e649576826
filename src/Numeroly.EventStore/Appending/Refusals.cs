using Npgsql;

namespace Numeroly.EventStore.Appending;

/// <summary>The database's errors that are answers, not faults.</summary>
internal static class Refusals
{
    public static AppendResult? Read(PostgresException error) => error.SqlState switch
    {
        "MT003" => new AppendResult.VersionConflict(),
        "NU001" => new AppendResult.AlreadyCompleted(),
        "NU002" => new AppendResult.ReservationLost(),
        "NU003" => new AppendResult.AlreadyAnswered(),
        PostgresErrorCodes.UniqueViolation when error.ConstraintName is "pk_mt_events_stream_and_version" => new AppendResult.VersionConflict(),
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => new AppendResult.VersionConflict(),
        _ => null,
    };
}
