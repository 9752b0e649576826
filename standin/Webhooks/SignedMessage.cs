using System.Security.Cryptography;
using System.Text;

namespace Numeroly.StandIn.Webhooks;

/// <summary>
/// A body with its <c>X-Webhook-Timestamp</c> (unix milliseconds) and <c>X-Webhook-Signature</c>: the base64 of the
/// HMAC-SHA256 over "timestamp.body", keyed with the decoded <c>hmac</c>. Either header may be missing on purpose.
/// </summary>
internal sealed record SignedMessage(string Body, string? Timestamp, string? Signature)
{
    public static SignedMessage Sign(string body, string hmac, DateTimeOffset at) =>
        Sign(body, hmac, at.ToUnixTimeMilliseconds().ToString());

    public static SignedMessage Sign(string body, string hmac, string timestamp)
    {
        var signature = HMACSHA256.HashData(Convert.FromBase64String(hmac), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        return new(body, timestamp, Convert.ToBase64String(signature));
    }

    /// <summary>Signed with a key nobody agreed on.</summary>
    public static SignedMessage Forge(string body, DateTimeOffset at) =>
        Sign(body, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), at);

    /// <summary>Keeps the good signature while the body becomes another one.</summary>
    public SignedMessage Altered() => this with { Body = string.Concat(Body.AsSpan(0, Body.Length - 1), ",\"altered\":true}") };
}
