namespace Numeroly.Api.Store;

/// <summary>Where something goes back to.</summary>
/// <param name="CorrelationId">The request at the very beginning.</param>
/// <param name="CausationId">The request or message that caused it directly.</param>
public sealed record Causes(string? CorrelationId, string? CausationId);
