using Numeroly.Api.Store.Sequencing;
using Wolverine;

namespace Numeroly.Engines.Node;

/// <summary>Puts the trial's handler in the place of the product's.</summary>
internal sealed class TrialHandlers : IWolverineExtension
{
    public void Configure(WolverineOptions options) => options.Discovery
        .CustomizeHandlerDiscovery(handlers => handlers.Excludes.WithCondition("they talk to Daily", type => type.Assembly == typeof(Step).Assembly))
        .IncludeType(typeof(TrialHandler));
}
