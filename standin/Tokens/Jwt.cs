using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Tokens;

/// <summary>JSON Web Tokens with HS256 (RFC 7515, RFC 7519); the API key itself is the secret.</summary>
internal static class Jwt
{
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public static string Sign(JsonObject claims, string key)
    {
        var signed = $"{Header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Signature(signed, key)}";
    }

    /// <summary>The claims of a token signed with <paramref name="key"/>; null for anything else.</summary>
    public static JsonObject? Verify(string token, string key)
    {
        if (token.Split('.') is not [var header, var payload, var signature]) return null;
        var expected = Encoding.ASCII.GetBytes(Signature($"{header}.{payload}", key));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature))) return null;
        return (string?)Decode(header)?["alg"] == "HS256" ? Decode(payload) : null;
    }

    private static string Signature(string signed, string key) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed)));

    private static JsonObject? Decode(string part)
    {
        try
        {
            return JsonNode.Parse(Base64Url.DecodeFromChars(part)) as JsonObject;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
