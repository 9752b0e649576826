using System.Reflection;

namespace Numeroly.EventStore.Schema;

/// <summary>A named piece of the database's schema, written so that applying it again changes nothing.</summary>
/// <param name="Version">Raised with every change. A node never puts an older version over a newer one, so old and new
/// programs can run side by side during a deployment; changes only add.</param>
public sealed record SchemaPart(string Name, int Version, string Sql)
{
    /// <summary>Marten's event store tables and functions.</summary>
    public static SchemaPart Marten { get; } = FromResource(typeof(SchemaPart).Assembly, "marten", 1);

    /// <summary>Durable messages and idempotency keys.</summary>
    public static SchemaPart Durable { get; } = FromResource(typeof(SchemaPart).Assembly, "durable", 1);

    /// <summary>Reads <c>{name}.sql</c> from an assembly's embedded resources.</summary>
    public static SchemaPart FromResource(Assembly assembly, string name, int version)
    {
        var resource = assembly.GetManifestResourceNames().Single(candidate => candidate.EndsWith($".{name}.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new SchemaPart(name, version, reader.ReadToEnd());
    }
}
