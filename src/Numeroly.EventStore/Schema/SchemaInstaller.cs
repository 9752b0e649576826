using Microsoft.Extensions.Logging;
using Npgsql;

namespace Numeroly.EventStore.Schema;

/// <summary>
/// Brings the database's schema up to date. Any number of nodes may start at once: one does it, the others wait and
/// then find it done.
/// </summary>
public sealed class SchemaInstaller(NpgsqlDataSource database, ILogger<SchemaInstaller> log)
{
    private const long InstallationLock = 0x4E756D65726F6C79; // "Numeroly"

    /// <exception cref="NpgsqlException">The database cannot be reached, or refuses a statement.</exception>
    public async Task InstallAsync(IReadOnlyCollection<SchemaPart> parts, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync($"select pg_advisory_xact_lock({InstallationLock})");
        await ExecuteAsync(
            """
            create schema if not exists durable;
            create table if not exists durable.schema_parts (
                name text not null primary key, version integer not null, applied_at timestamptz not null default now());
            """);

        foreach (var part in parts)
        {
            if (await InstalledVersionAsync(part.Name) >= part.Version) continue;
            await ExecuteAsync(part.Sql);
            await using var record = new NpgsqlCommand(
                """
                insert into durable.schema_parts (name, version) values ($1, $2)
                on conflict (name) do update set version = excluded.version, applied_at = now()
                """,
                connection) { Parameters = { new() { Value = part.Name }, new() { Value = part.Version } } };
            await record.ExecuteNonQueryAsync(cancellation);
            log.LogInformation("Installed schema part {SchemaPart} version {SchemaVersion}", part.Name, part.Version);
        }

        await transaction.CommitAsync(cancellation);

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        async Task<int> InstalledVersionAsync(string name)
        {
            await using var command = new NpgsqlCommand("select version from durable.schema_parts where name = $1", connection)
            {
                Parameters = { new() { Value = name } },
            };
            return await command.ExecuteScalarAsync(cancellation) as int? ?? 0;
        }
    }
}
