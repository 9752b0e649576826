using Numeroly.Api.Identity;

namespace Numeroly.World;

/// <summary>Signs the tests' access tokens with a real key, the same for the whole run.</summary>
public static class TestIssuer
{
    private static readonly Lazy<DevelopmentIssuer> Issuer = new(() => DevelopmentIssuer.LoadOrCreate(KeyFile!));

    public static string KeyFile { get; } = Path.Combine(AppContext.BaseDirectory, "test-issuer.pem");

    public static string Token(string user, IEnumerable<string> roles, AuthOptions options, TimeSpan? age = null) =>
        Issuer.Value.Issue(user, roles, options, TimeProvider.System.GetUtcNow() - (age ?? TimeSpan.Zero), TimeSpan.FromHours(1));
}
