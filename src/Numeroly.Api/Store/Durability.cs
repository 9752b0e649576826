using Npgsql;

namespace Numeroly.Api.Store;

/// <summary>The server's settings on which "acknowledged is durable" rests.</summary>
/// <param name="FullPageWrites">Without it a torn page after a power cut can destroy committed rows.</param>
/// <param name="SynchronousCommit">Any value but <c>off</c> waits for the local flush.</param>
public sealed record Durability(string Fsync, string FullPageWrites, string SynchronousCommit)
{
    public bool IsGuaranteed() => Fsync == "on" && FullPageWrites == "on" && SynchronousCommit != "off";

    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<Durability> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new Durability(reader.GetString(0), reader.GetString(1), reader.GetString(2));
    }
}
