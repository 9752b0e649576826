using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Numeroly.Api.Identity;

/// <summary>
/// Signs access tokens on a developer's machine, with a real key that only this checkout has. Exists in the Development
/// environment only, and only where no OIDC issuer is configured.
/// </summary>
public sealed class DevelopmentIssuer : IDisposable
{
    public const string Name = "numeroly-development";

    private readonly RSA _rsa;

    private DevelopmentIssuer(RSA rsa)
    {
        _rsa = rsa;
        Key = new RsaSecurityKey(_rsa) { KeyId = Convert.ToHexString(SHA256.HashData(_rsa.ExportSubjectPublicKeyInfo()))[..16] };
    }

    public RsaSecurityKey Key { get; }

    /// <summary>Uses the key in the file, or makes one there that only its owner can read.</summary>
    public static DevelopmentIssuer LoadOrCreate(string file)
    {
        if (!File.Exists(file)) Create(file);
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return new DevelopmentIssuer(key);
    }

    /// <summary>A token for one user with the given roles.</summary>
    public string Issue(string userId, IEnumerable<string> roles, AuthOptions options, DateTimeOffset now, TimeSpan lifetime) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = options.Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [options.UserClaim] = userId,
                ["scope"] = string.Join(' ', roles.Select(options.ScopeFor)),
            },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });

    public void Dispose() => _rsa.Dispose();

    // Written aside and moved, so that two programs that start at once end up with one key.
    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var fresh = RSA.Create(2048);
        var aside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(aside, options)) writer.Write(fresh.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
    }
}
