using Numeroly.Api.Http;

namespace Numeroly.Api.Identity;

/// <summary>Whom to be.</summary>
public sealed record DevelopmentTokenRequest(string User);

/// <summary>An access token for trying things out.</summary>
public sealed record DevelopmentToken(string Token, DateTimeOffset ExpiresAt);

/// <summary>
/// <c>POST /development/tokens</c>: signing in on a developer's machine. Where there is another issuer, or anywhere but in
/// Development, there is nothing at this address.
/// </summary>
public static class DevelopmentTokenRoute
{
    public static void Map(WebApplication app)
    {
        if (!app.Services.GetRequiredService<AuthOptions>().TrustsDevelopmentIssuer(app.Environment)) return;
        app.MapPost("/development/tokens", Handle).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Handle(DevelopmentTokenRequest request, Lazy<DevelopmentIssuer> issuer, AuthOptions options, TimeProvider time, HttpContext context)
    {
        if (new InputErrors()
            .Require(
                request.User.Trim().Length is > 0 and <= Limits.DevelopmentUser && !request.User.Any(char.IsControl),
                "user",
                $"must have 1 to {Limits.DevelopmentUser} characters.")
            .Any(out var invalid)) return invalid;

        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()); // A token's times are whole seconds.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new DevelopmentToken(
            issuer.Value.Issue(request.User.Trim(), [Role.User], options, now, options.DevelopmentTokenLifetime), now + options.DevelopmentTokenLifetime));
    }
}
