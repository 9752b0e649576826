namespace Numeroly.Assistant.Hearing.Azure;

/// <summary>Azure Speech, with a resource's key and either its region or an address of its own.</summary>
public sealed class AzureSpeechOptions
{
    private const string Path = "/speech/recognition/conversation/cognitiveservices/v1";

    public string? Key { get; set; }

    /// <summary>Such as <c>southeastasia</c>.</summary>
    public string? Region { get; set; }

    /// <summary>In place of the region: a custom domain, a sovereign cloud, a container.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Where speech is recognised by WebSocket, as Azure's documents give it for each kind of address.</summary>
    public Uri Address(string locale)
    {
        var query = $"?language={locale}&format=detailed";
        if (Endpoint is null) return new($"wss://{Region}.stt.speech.microsoft.com{Path}{query}");

        const string Portal = ".api.cognitive.microsoft.com";
        var host = Endpoint.Host;

        // The address the portal shows issues tokens; the region's own one recognises.
        if (host.EndsWith(Portal, StringComparison.OrdinalIgnoreCase)) return new($"wss://{host[..^Portal.Length]}.stt.speech.microsoft.com{Path}{query}");

        var isCustomDomain = host.EndsWith(".cognitiveservices.azure.com", StringComparison.OrdinalIgnoreCase);
        var path = Endpoint.AbsolutePath is "/" ? (isCustomDomain ? "/stt" : "") + Path : Endpoint.AbsolutePath;
        var scheme = Endpoint.Scheme is "http" or "ws" ? "ws" : "wss";
        return new($"{scheme}://{Endpoint.Authority}{path}{query}");
    }
}
