using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>What a page shows to take its session up again. It follows from the session's id, so that it outlives a restart.</summary>
internal sealed class ResumeKeys(StandInOptions options)
{
    public string For(string sessionId) => Base64Url.EncodeToString(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes($"sessions of {options.ApiKey}"), Encoding.UTF8.GetBytes(sessionId)));

    public bool Accepts(string sessionId, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(For(sessionId)), Encoding.UTF8.GetBytes(key));
}
