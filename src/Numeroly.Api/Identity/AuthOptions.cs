namespace Numeroly.Api.Identity;

/// <summary>Whose access tokens are accepted, and where they say what their holder may do.</summary>
public sealed class AuthOptions
{
    public const string Section = "Auth";

    /// <summary>Address of an OIDC issuer (Azure AD B2C or any other); its keys are found by discovery.</summary>
    public string? Authority { get; set; }

    /// <summary>The audience tokens must be meant for.</summary>
    public string Audience { get; set; } = "numeroly";

    /// <summary>The claim that names the user.</summary>
    public string UserClaim { get; set; } = "sub";

    /// <summary>The claims that may hold scopes or roles; values separated by spaces, or several claims.</summary>
    public string[] ScopeClaims { get; set; } = ["scope", "scp", "roles"];

    /// <summary>What the issuer calls our roles: role, then the scope that gives it. What is not named here has the role's own name.</summary>
    public IDictionary<string, string> Scopes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the development issuer keeps its key.</summary>
    public string DevelopmentKeyFile { get; set; } = Path.Combine(".data", "development-issuer.pem");

    /// <summary>How long the tokens are valid that it gives out over HTTP.</summary>
    public TimeSpan DevelopmentTokenLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>In Development only, and only where no OIDC issuer is configured.</summary>
    public bool TrustsDevelopmentIssuer(IHostEnvironment environment) => environment.IsDevelopment() && string.IsNullOrEmpty(Authority);

    public string ScopeFor(string role) => Scopes.TryGetValue(role, out var scope) ? scope : role;
}
