namespace Numeroly.Assistant.Providers;

/// <summary>An account at OpenAI, or any endpoint that speaks its protocol. Bound from <c>Assistant:OpenAi</c>.</summary>
public sealed class OpenAiAccount
{
    public const string Section = "Assistant:OpenAi";

    public static readonly Uri Official = new("https://api.openai.com/v1");

    /// <summary>May be missing for an endpoint of one's own that wants none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>With the version, as <c>https://api.openai.com/v1</c>.</summary>
    public Uri BaseUrl { get; set; } = Official;

    public bool IsOfficial => BaseUrl.IsAbsoluteUri && string.Equals(BaseUrl.Host, Official.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it can be asked at all.</summary>
    public bool IsUsable => !string.IsNullOrWhiteSpace(ApiKey) || !IsOfficial;
}
