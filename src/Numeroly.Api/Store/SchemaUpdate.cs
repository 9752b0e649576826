using System.Reflection;
using JasperFx;
using JasperFx.Resources;
using Spectre.Console;
using Spectre.Console.Rendering;
using Marten;
using Npgsql;
using Wolverine.Runtime;

namespace Numeroly.Api.Store;

/// <summary>
/// Marten's schema, Wolverine's, and our own beside them: tables in plain SQL, written so that applying them again changes
/// nothing and only adds. Any number of nodes may start at once: one does it, the others wait and then find it done.
/// </summary>
public sealed class SchemaUpdate(NpgsqlDataSource database, IDocumentStore store, IWolverineRuntime wolverine, ILogger<SchemaUpdate> log)
    : IStatefulResource
{
    private const long OneAtATime = 0x4E756D65726F6C79; // "Numeroly"

    // In this order: what comes later reads from what comes first.
    private static readonly string[] Before = ["webhooks", "sequencer", "summons"];
    private static readonly string[] After = ["read-models", "taking-over"];

    /// <exception cref="NpgsqlException">The database cannot be reached, or refuses a statement.</exception>
    public async Task ApplyAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await ExecuteAsync(connection, $"select pg_advisory_lock({OneAtATime})", cancellation);
        try
        {
            if (await IsAppliedAsync(connection, cancellation)) return;
            await ExecuteAllAsync(connection, Before, cancellation);
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            await ((Weasel.Core.Migrations.IDatabase)wolverine.Storage).ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate, ct: cancellation);
            await ExecuteAllAsync(connection, After, cancellation);
            await NoteAsync(connection, cancellation);
            log.LogInformation("The database's schema is up to date");
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({OneAtATime})", CancellationToken.None);
        }
    }

    string IStatefulResource.Type => "PostgreSQL";

    string IStatefulResource.Name => "The whole schema: Marten's, Wolverine's and our own";

    Uri IStatefulResource.SubjectUri { get; } = new("numeroly://schema");

    Uri IStatefulResource.ResourceUri { get; } = new("numeroly://schema");

    Task IStatefulResource.Setup(CancellationToken token) => ApplyAsync(token);

    /// <exception cref="InvalidOperationException">This program has not brought it up to date.</exception>
    async Task IStatefulResource.Check(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        if (!await IsAppliedAsync(connection, token)) throw new InvalidOperationException("The schema is not up to date: run 'numeroly resources setup'.");
    }

    async Task<IRenderable> IStatefulResource.DetermineStatus(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return new Markup(await IsAppliedAsync(connection, token) ? "up to date" : "not up to date");
    }

    // What is on record stays: whoever wants it gone drops the database.
    Task IStatefulResource.ClearState(CancellationToken token) => Task.CompletedTask;

    Task IStatefulResource.Teardown(CancellationToken token) => Task.CompletedTask;

    // Looking through all of a database's objects takes a second, and a node that starts again finds nothing to do.
    private static async Task<bool> IsAppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await ExecuteAsync(
            connection,
            "create schema if not exists durable; create table if not exists durable.schema_builds (build text not null primary key, applied_at timestamptz not null default now())",
            cancellation);
        await using var command = new NpgsqlCommand("select exists (select from durable.schema_builds where build = $1)", connection) { Parameters = { new() { Value = Build } } };
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task NoteAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("insert into durable.schema_builds (build) values ($1) on conflict do nothing", connection) { Parameters = { new() { Value = Build } } };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // What the schema follows from: this program and the two engines in it.
    private static string Build { get; } = string.Join(
        '/', new[] { typeof(SchemaUpdate), typeof(IDocumentStore), typeof(IWolverineRuntime) }.Select(type => type.Assembly.ManifestModule.ModuleVersionId));

    private static async Task ExecuteAllAsync(NpgsqlConnection connection, string[] names, CancellationToken cancellation)
    {
        foreach (var name in names) await ExecuteAsync(connection, await ReadAsync(name), cancellation);
    }

    internal static async Task<string> ReadAsync(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(candidate => candidate.EndsWith($".{name}.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return await reader.ReadToEndAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
