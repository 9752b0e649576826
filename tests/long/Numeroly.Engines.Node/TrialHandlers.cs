using JasperFx.CodeGeneration;
using Numeroly.Api.Store.Sequencing;
using Wolverine;

namespace Numeroly.Engines.Node;

/// <summary>Puts the trial's handler in the place of the product's.</summary>
internal sealed class TrialHandlers : IWolverineExtension
{
    public void Configure(WolverineOptions options)
    {
        // The code that the product brings along is for its own handlers.
        options.CodeGeneration.TypeLoadMode = TypeLoadMode.Dynamic;
        options.Discovery
            .CustomizeHandlerDiscovery(handlers => handlers.Excludes.WithCondition("they talk to Daily", type => type.Assembly == typeof(Step).Assembly))
            .IncludeType(typeof(TrialHandler));
    }
}
