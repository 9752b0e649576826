using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Numeroly.Api.Observability;

namespace Numeroly.Api.Http;

/// <summary>From which web pages a browser may call us.</summary>
public sealed class CrossOriginOptions
{
    public const string Section = "Cors";

    /// <summary>Origins such as <c>https://app.example.com</c>, separated by commas.</summary>
    public string Origins { get; set; } = "";

    public IReadOnlyList<string> List() => Origins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>
/// Lets the web app call us from its own origin (the Fetch standard's CORS protocol). Preflights are answered before any
/// token or limit is looked at, since browsers send them without one.
/// </summary>
public static class CrossOrigin
{
    // Browsers keep an answer for two hours at most.
    private static readonly TimeSpan PreflightKeptFor = TimeSpan.FromHours(2);

    private static readonly string[] MaySend = ["Authorization", "Content-Type", "Last-Event-ID", Idempotency.Header, AppVersions.Header, Correlation.Header];

    private static readonly string[] MayRead =
        ["Location", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", Idempotency.ReplayedHeader, Correlation.Header];

    public static WebApplicationBuilder AddCrossOrigin(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(CrossOriginOptions.Section);
        builder.Services.AddOptions<CrossOriginOptions>()
            .Bind(section)
            .Validate(options => options.List().All(IsOrigin), "CORS_ORIGINS must be origins such as https://app.example.com, without a path, separated by commas.")
            .ValidateOnStart();
        builder.Services.AddCors();
        builder.Services.AddOptions<CorsOptions>().Configure<IOptions<CrossOriginOptions>>((cors, settings) => cors.AddDefaultPolicy(policy =>
        {
            var allowed = settings.Value.List().ToHashSet(StringComparer.OrdinalIgnoreCase);
            var isDevelopment = builder.Environment.IsDevelopment();
            policy
                .SetIsOriginAllowed(origin => allowed.Contains(origin) || (isDevelopment && IsOnThisMachine(origin)))
                .WithMethods("GET", "POST", "PATCH", "DELETE")
                .WithHeaders(MaySend)
                .WithExposedHeaders(MayRead)
                .SetPreflightMaxAge(PreflightKeptFor);
        }));
        return builder;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    private static bool IsOnThisMachine(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri is { Scheme: "http", Host: "localhost" or "127.0.0.1" };
}
