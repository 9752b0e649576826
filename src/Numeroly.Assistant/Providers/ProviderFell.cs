using Microsoft.Extensions.Logging;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Providers;

/// <summary>A provider failed in a conversation.</summary>
/// <param name="Next">The one that takes its place; null when there is none.</param>
public sealed record ProviderFell(ProviderStage Stage, string Provider, ProviderFailure Failure, string? Next)
{
    public ProviderFailed ToFact(DateTimeOffset now) => new(Stage, Provider, Failure.ToString(), Next, now);

    /// <summary>The kind of a provider's failure. One that it did not name itself is a fault of ours to be mended, but not of the conversation.</summary>
    internal static ProviderFailure KindOf(Exception fault, ILogger log, string provider)
    {
        if (fault is ProviderException known)
        {
            log.LogWarning("{Provider} failed ({Failure}): {Reason}", provider, known.Failure, known.Message);
            return known.Failure;
        }

        log.LogError("{Provider} failed in a way it has no name for: {Fault} at {Place}", provider, fault.GetType().Name, fault.StackTrace);
        return ProviderFailure.Unavailable;
    }
}
