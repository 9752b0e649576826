namespace Numeroly.EventStore.Appending;

/// <summary>The append path: the one way anything gets into the store.</summary>
public interface IAppender
{
    /// <summary>Commits the unit, or tells why it was not.</summary>
    /// <exception cref="Npgsql.NpgsqlException">
    /// The database cannot be reached or failed. If the connection broke while committing, the unit may be in: repeat it
    /// under the same expected version, message or idempotency key.
    /// </exception>
    Task<AppendResult> AppendAsync(UnitOfWork unit, CancellationToken cancellation);
}
