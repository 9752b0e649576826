using Numeroly.Api.Identity;

namespace Numeroly.Bench.World;

/// <summary>Signs access tokens that the measured APIs accept, valid for longer than any measurement takes.</summary>
internal static class BenchIssuer
{
    private static readonly AuthOptions Auth = new();
    private static readonly Lazy<DevelopmentIssuer> Issuer = new(() => DevelopmentIssuer.LoadOrCreate(KeyFile!));

    public static string KeyFile { get; } = Path.Combine(AppContext.BaseDirectory, "bench-issuer.pem");

    public static string TokenFor(string user) =>
        Issuer.Value.Issue(user, [Role.User], Auth, TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(12));
}
