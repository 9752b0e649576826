namespace Numeroly.Assistant.Replying.Models.Connecting;

/// <summary>An account at Anthropic. Bound from <c>Assistant:Anthropic</c>.</summary>
public sealed class AnthropicAccount
{
    public const string Section = "Assistant:Anthropic";

    public string? ApiKey { get; set; }

    public Uri BaseUrl { get; set; } = new("https://api.anthropic.com");
}
