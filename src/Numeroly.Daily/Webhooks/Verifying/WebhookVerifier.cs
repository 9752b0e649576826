using System.Security.Cryptography;
using System.Text;
using Numeroly.Daily.Reading;

namespace Numeroly.Daily.Webhooks;

/// <summary>
/// Tells Daily's deliveries from others: HMAC-SHA256 over the timestamp's text, a dot and the body exactly as it came,
/// with the base64-decoded key, base64-encoded. https://docs.daily.co/reference/rest-api/webhooks.
/// </summary>
/// <exception cref="FormatException">A key is not base64; <see cref="WebhookVerificationValidator"/> says so beforehand.</exception>
public sealed class WebhookVerifier(WebhookVerification settings, TimeProvider time)
{
    private const string Basic = "Basic ";

    private readonly byte[][] _keys =
    [
        Convert.FromBase64String(settings.Hmac),
        .. string.IsNullOrEmpty(settings.PreviousHmac) ? Array.Empty<byte[]>() : [Convert.FromBase64String(settings.PreviousHmac)],
    ];

    private readonly byte[]? _basicAuth = string.IsNullOrEmpty(settings.BasicAuth) ? null : Encoding.UTF8.GetBytes(Basic + settings.BasicAuth);

    /// <summary>Judges a delivery. Takes the same time whatever is wrong with a signature or with credentials.</summary>
    /// <param name="headers">As they came.</param>
    /// <param name="body">The raw bytes, as they came.</param>
    public WebhookVerdict Verify(WebhookHeaders headers, ReadOnlySpan<byte> body)
    {
        if (_basicAuth is not null && !CryptographicOperations.FixedTimeEquals(_basicAuth, Encoding.UTF8.GetBytes(headers.Authorization ?? "")))
            return WebhookVerdict.BadBasicAuth;
        if (string.IsNullOrEmpty(headers.Signature) || string.IsNullOrEmpty(headers.Timestamp))
            return WebhookVerdict.MissingSignature;
        return IsSigned(headers.Signature, headers.Timestamp, body) ? Age(headers.Timestamp) : WebhookVerdict.Forged;
    }

    private bool IsSigned(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        var given = Encoding.UTF8.GetBytes(signature);
        var fits = false;
        foreach (var key in _keys)
            fits |= CryptographicOperations.FixedTimeEquals(Sign(key, timestamp, body), given);
        return fits;
    }

    private static byte[] Sign(byte[] key, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hmac.AppendData("."u8);
        hmac.AppendData(body);
        return Encoding.ASCII.GetBytes(Convert.ToBase64String(hmac.GetHashAndReset()));
    }

    private WebhookVerdict Age(string timestamp)
    {
        if (LenientTime.Parse(timestamp) is not { } signedAt)
            return WebhookVerdict.TooOld;
        var age = time.GetUtcNow() - signedAt;
        return age > settings.PastTolerance ? WebhookVerdict.TooOld
            : age < -settings.FutureTolerance ? WebhookVerdict.FromTheFuture
            : WebhookVerdict.Genuine;
    }
}
