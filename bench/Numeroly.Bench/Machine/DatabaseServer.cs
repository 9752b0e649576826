using Npgsql;
using Numeroly.Harness;

namespace Numeroly.Bench.Machine;

/// <summary>The PostgreSQL that everything is measured on, with the settings that decide what a commit costs.</summary>
public sealed record DatabaseServer(string Version, string DataDirectory, string Fsync, string SynchronousCommit, string WalSyncMethod, string SharedBuffers)
{
    public static async Task<DatabaseServer> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(TestDatabase.ConnectionString(await Services.PostgresUrlAsync()));
        await connection.OpenAsync(cancellation);
        return new DatabaseServer(
            await SettingAsync("server_version"),
            await SettingAsync("data_directory"),
            await SettingAsync("fsync"),
            await SettingAsync("synchronous_commit"),
            await SettingAsync("wal_sync_method"),
            await SettingAsync("shared_buffers"));

        async Task<string> SettingAsync(string name)
        {
            await using var command = new NpgsqlCommand("select current_setting($1)", connection) { Parameters = { new() { Value = name } } };
            return (string)(await command.ExecuteScalarAsync(cancellation))!;
        }
    }
}
