using System.Security.Cryptography;
using System.Text;

namespace Numeroly.Daily;

/// <summary>
/// Text that must reach no log, event or error page: a meeting token, a webhook's key, a recording's link.
/// Printing it prints a placeholder; <see cref="Reveal"/> is the only way out.
/// </summary>
public sealed class Secret(string value) : IEquatable<Secret>
{
    public string Reveal() => value;

    public override string ToString() => "[secret]";

    public bool Equals(Secret? other) => other is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(other.Reveal()));

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);
}
