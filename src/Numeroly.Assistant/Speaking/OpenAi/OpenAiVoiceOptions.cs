namespace Numeroly.Assistant.Speaking.OpenAi;

/// <summary>Which voice of an OpenAI-compatible endpoint to use. Bound from <c>Assistant:Speaking:OpenAi</c>.</summary>
public sealed class OpenAiVoiceOptions
{
    public const string Section = "Assistant:Speaking:OpenAi";

    /// <summary>OpenAI has announced that its speech endpoint, with this model, ends on 6 January 2027; others go on speaking its protocol.</summary>
    public const string OfficialModel = "gpt-4o-mini-tts";

    /// <summary>Where speech comes from another place than replies. Default: <see cref="Providers.OpenAiAccount.BaseUrl"/>.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The key for <see cref="BaseUrl"/>. Default: none there, else <see cref="Providers.OpenAiAccount.ApiKey"/>.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Needed where the endpoint is not OpenAI's own: many of those answer in writing only.</summary>
    public string? Model { get; set; }

    public string Voice { get; set; } = "coral";
}
