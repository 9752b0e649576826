using System.Security.Claims;

namespace Numeroly.Api.Identity;

/// <summary>Who asks.</summary>
/// <param name="UserId">The subject of the access token.</param>
public sealed record Caller(string UserId, IReadOnlySet<string> Roles)
{
    /// <summary>Claim that holds our roles once a token is accepted, wherever its issuer put them.</summary>
    public const string RoleClaim = "numeroly_role";

    public bool Is(string role) => Roles.Contains(role);

    public static Caller? Find(ClaimsPrincipal principal) => principal.FindFirstValue("sub") is { Length: > 0 } subject
        ? new Caller(subject, principal.FindAll(RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal))
        : null;

    /// <summary>Lets a route take its caller as a parameter.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(
        Find(context.User) ?? throw new InvalidOperationException("A route that takes a caller requires authorization."));
}

/// <summary>Gives Wolverine's endpoints their caller.</summary>
public static class CallerMiddleware
{
    public static Caller Before(ClaimsPrincipal user) =>
        Caller.Find(user) ?? throw new InvalidOperationException("A route that takes a caller requires authorization.");
}
