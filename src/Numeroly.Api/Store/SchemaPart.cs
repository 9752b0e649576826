using JasperFx.CommandLine.Descriptions;
using JasperFx.Resources;

namespace Numeroly.Api.Store;

/// <summary>Has the <c>resources</c> commands know the whole schema: they ask the parts of a system, and not its services.</summary>
public sealed class SchemaPart(SchemaUpdate schema) : SystemPartBase("Numeroly's schema", new Uri("numeroly://schema"))
{
    public override ValueTask<IReadOnlyList<IStatefulResource>> FindResources() => new([schema]);
}
