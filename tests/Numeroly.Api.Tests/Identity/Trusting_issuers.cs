using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.World;

namespace Numeroly.Api.Tests.Identity;

public class Trusting_issuers
{
    [Fact]
    public async Task Outside_Development_there_is_no_issuer_of_our_own()
    {
        await using var app = ApiHost.Build(["--environment=Production", "--Store:Database=postgres://localhost/none", "--Daily:ApiUrl=http://localhost", "--urls=http://127.0.0.1:0"]);

        var refused = await Should.ThrowAsync<OptionsValidationException>(() => app.StartAsync());

        refused.Message.ShouldContain("AUTH_AUTHORITY");
    }

    [Fact]
    public async Task Any_OIDC_issuer_is_trusted_by_configuration_with_its_own_names_for_users_and_scopes()
    {
        await using var issuer = await OidcIssuer.StartAsync();
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["Auth:Authority"] = issuer.Address;
            settings["Auth:Audience"] = "the-app";
            settings["Auth:UserClaim"] = "oid";
            settings["Auth:Scopes:user"] = "https://numeroly.example/talk";
        });
        var options = new AuthOptions { Audience = "the-app", UserClaim = "oid", Scopes = new Dictionary<string, string> { [Role.User] = "https://numeroly.example/talk" } };

        var alice = new ApiClient(backend.Node.Address, issuer.Issue("alice-oid", options));
        await (await alice.CreateAsync()).ShouldBeAsync<CallAccess>(HttpStatusCode.Created);

        await (await new ApiClient(backend.Node.Address, issuer.Issue("alice-oid", new AuthOptions { Audience = "another-app", UserClaim = "oid" })).CreateAsync())
            .ShouldBeProblemAsync(ProblemType.Unauthenticated);
        await (await backend.As("alice").CreateAsync()).ShouldBeProblemAsync(ProblemType.Unauthenticated);
    }

    /// <summary>A real issuer with discovery and keys, as far as an API looks at one.</summary>
    private sealed class OidcIssuer : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly DevelopmentIssuer _signer = DevelopmentIssuer.LoadOrCreate(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pem"));

        private OidcIssuer(WebApplication app) => _app = app;

        public string Address => _app.Urls.First();

        public static async Task<OidcIssuer> StartAsync()
        {
            var app = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]).Build();
            var issuer = new OidcIssuer(app);
            app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object> { ["issuer"] = DevelopmentIssuer.Name, ["jwks_uri"] = $"{issuer.Address}/keys" }));
            app.MapGet("/keys", () =>
            {
                var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(issuer._signer.Key);
                return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = key.Kid, n = key.N, e = key.E } } });
            });
            await app.StartAsync();
            return issuer;
        }

        public string Issue(string user, AuthOptions options) => _signer.Issue(user, [Role.User], options, TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1));

        public ValueTask DisposeAsync()
        {
            _signer.Dispose();
            return _app.DisposeAsync();
        }
    }
}
