namespace Numeroly.Assistant.Hearing.OpenAi;

/// <summary>Any service that has OpenAI's <c>/v1/audio/transcriptions</c>: OpenAI, Groq, or a server of one's own.</summary>
public sealed class OpenAiTranscriptionOptions
{
    public string? ApiKey { get; set; }

    /// <summary>With or without <c>/v1</c> at its end.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.openai.com/v1");

    /// <summary>By default <c>gpt-4o-mini-transcribe</c>.</summary>
    public string? Model { get; set; }

    /// <summary>Whether the service is asked for text as it comes; by default with the models known to give it.</summary>
    public bool? Streams { get; set; }

    /// <summary>From this length on a turn is cut at the next pause, so that most of it is understood when the person finishes.</summary>
    public TimeSpan Piece { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Cut here even without a pause: far below the service's 25 MB, and short enough to be understood in time.</summary>
    public TimeSpan LongestPiece { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>For one piece, from sending to the whole text.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    public bool HasModel => !string.IsNullOrWhiteSpace(Model);

    public string ModelToUse => HasModel ? Model! : "gpt-4o-mini-transcribe";

    public bool IsAtOpenAi => BaseUrl.Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>The <c>gpt-4o</c> family streams, and tells how sure it is of each token.</summary>
    public bool IsOfStreamingFamily => ModelToUse.Contains("gpt-4o", StringComparison.OrdinalIgnoreCase);

    public Uri Address
    {
        get
        {
            var url = BaseUrl.AbsoluteUri.TrimEnd('/');
            return new(url.EndsWith("/v1", StringComparison.Ordinal) ? $"{url}/audio/transcriptions" : $"{url}/v1/audio/transcriptions");
        }
    }
}
