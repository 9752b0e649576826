using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Numeroly.Api.Http;

namespace Numeroly.Api.Identity;

/// <summary>Authentication by JWT bearer, and one policy per role.</summary>
public static class IdentityRegistration
{
    /// <summary>How long after its expiry a token is still accepted, since clocks differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private static readonly string[] SignatureAlgorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
    ];

    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        var auth = builder.Configuration.GetSection(AuthOptions.Section).Get<AuthOptions>() ?? new AuthOptions();
        builder.Services.AddSingleton(auth);
        builder.Services.AddOptions<AuthOptions>()
            .Validate(
                _ => builder.Environment.IsDevelopment() || !string.IsNullOrEmpty(auth.Authority),
                "AUTH_AUTHORITY is not set: the address of the OIDC issuer whose access tokens are accepted. Outside Development there is no issuer of our own.")
            .ValidateOnStart();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = auth.Audience,
                ValidAlgorithms = SignatureAlgorithms,
                NameClaimType = auth.UserClaim,
                ClockSkew = ClockSkew,
            };
            if (auth.Authority is { Length: > 0 } authority)
            {
                options.Authority = authority;
                options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            }

            options.Events = new JwtBearerEvents
            {
                OnTokenValidated = context =>
                {
                    context.Principal = Normalize(context.Principal!, auth);
                    return Task.CompletedTask;
                },
                OnChallenge = async context =>
                {
                    context.HandleResponse();
                    context.Response.Headers.WWWAuthenticate = "Bearer";
                    await ProblemAnswer.Of(ProblemType.Unauthenticated, Explain(context)).ExecuteAsync(context.HttpContext);
                },
                OnForbidden = context => ProblemAnswer.Of(ProblemType.Forbidden, "This needs another role.").ExecuteAsync(context.HttpContext),
            };
        });

        if (auth.TrustsDevelopmentIssuer(builder.Environment))
        {
            // Never disposed: signatures are cached process-wide by key, and several hosts may have the same one.
            builder.Services.AddSingleton(new Lazy<DevelopmentIssuer>(() => DevelopmentIssuer.LoadOrCreate(auth.DevelopmentKeyFile)));
            builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<Lazy<DevelopmentIssuer>>(Trust);
        }

        var authorization = builder.Services.AddAuthorizationBuilder();
        foreach (var role in Role.All) authorization.AddPolicy(role, policy => policy.RequireClaim(Caller.RoleClaim, role));
        return builder;
    }

    /// <summary>Lets through whoever has one of the roles.</summary>
    public static TBuilder Require<TBuilder>(this TBuilder route, params string[] anyOf)
        where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireClaim("sub").RequireClaim(Caller.RoleClaim, anyOf));

    private static void Trust(JwtBearerOptions options, Lazy<DevelopmentIssuer> issuer)
    {
        options.Configuration = new OpenIdConnectConfiguration { Issuer = DevelopmentIssuer.Name };
        options.TokenValidationParameters.ValidIssuer = DevelopmentIssuer.Name;
        options.TokenValidationParameters.IssuerSigningKey = issuer.Value.Key;
    }

    // Whatever the issuer calls them: one subject claim, one claim per role.
    private static ClaimsPrincipal Normalize(ClaimsPrincipal token, AuthOptions auth)
    {
        var scopes = auth.ScopeClaims
            .SelectMany(token.FindAll)
            .SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
        // Who has no name has no role either: every route asks whose it is.
        Claim[] claims = token.FindFirstValue(auth.UserClaim) is { Length: > 0 } user
            ? [new Claim("sub", user), .. Role.All.Where(role => scopes.Contains(auth.ScopeFor(role))).Select(role => new Claim(Caller.RoleClaim, role))]
            : [];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, "Bearer", nameType: "sub", roleType: Caller.RoleClaim));
    }

    private static string Explain(JwtBearerChallengeContext challenge) => challenge.AuthenticateFailure switch
    {
        null => "Send an access token as 'Authorization: Bearer <token>'.",
        SecurityTokenExpiredException => "The access token has expired. Get a new one.",
        SecurityTokenInvalidAudienceException => "The access token is meant for another audience.",
        SecurityTokenInvalidIssuerException => "The access token comes from an issuer that is not trusted here.",
        _ => "The access token is not valid.",
    };
}
