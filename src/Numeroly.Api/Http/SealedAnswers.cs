using System.Security.Cryptography;
using System.Text;
using Numeroly.Daily;

namespace Numeroly.Api.Http;

/// <summary>
/// Encrypts kept answers, since some hold a meeting token. The key follows from Daily's API key: whoever has that can
/// make tokens anyway, and when it changes, the tokens in the answers are void too.
/// </summary>
public sealed class SealedAnswers(DailyOptions daily)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(daily.ApiKey ?? ""), 32, info: "kept answers"u8.ToArray());

    public byte[] Seal(ReadOnlySpan<byte> answer)
    {
        var sealedAnswer = new byte[NonceBytes + TagBytes + answer.Length];
        var nonce = sealedAnswer.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, answer, sealedAnswer.AsSpan(NonceBytes + TagBytes), sealedAnswer.AsSpan(NonceBytes, TagBytes));
        return sealedAnswer;
    }

    /// <summary>The answer; null when it was sealed with another key.</summary>
    public byte[]? Open(ReadOnlyMemory<byte> sealedAnswer)
    {
        var bytes = sealedAnswer.Span;
        var answer = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        try
        {
            aes.Decrypt(bytes[..NonceBytes], bytes[(NonceBytes + TagBytes)..], bytes.Slice(NonceBytes, TagBytes), answer);
            return answer;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
