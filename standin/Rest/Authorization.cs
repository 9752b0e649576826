using System.Security.Cryptography;
using System.Text;

namespace Numeroly.StandIn.Rest;

/// <summary>The bearer key. Daily answers 400 when the header is missing or malformed, and 401 only when the key is wrong.</summary>
internal static class Authorization
{
    private const string Scheme = "Bearer ";

    public static void UseApiKey(this IApplicationBuilder app, StandInOptions options) => app.Use((http, next) =>
        Problem(http.Request.Headers.Authorization.ToString(), options.ApiKey) is { } refusal ? refusal.ExecuteAsync(http) : next(http));

    private static Refusal? Problem(string header, string apiKey)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return Refusal.BadAuthorizationHeader;
        var key = header[Scheme.Length..].Trim();
        if (key.Length == 0 || key.Contains(' ')) return Refusal.BadAuthorizationHeader;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(apiKey)) ? null : Refusal.WrongKey;
    }
}
