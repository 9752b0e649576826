using Microsoft.Extensions.AI;

namespace Numeroly.Assistant.Replying.Models.Connecting;

/// <summary>A model that can be asked.</summary>
/// <param name="Name">For logs, settings and records.</param>
/// <param name="Effort">How much it thinks before it speaks; null for its own default.</param>
public sealed record ModelConnection(string Name, IChatClient Client, ReasoningEffort? Effort)
{
    /// <summary>Marks text that will come again, where the provider wants to be told; it then answers sooner and for less.</summary>
    public Func<TextContent, TextContent> Reused { get; init; } = text => text;
}
