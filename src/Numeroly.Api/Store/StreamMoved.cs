using System.Globalization;

namespace Numeroly.Api.Store;

/// <summary>A stream has grown.</summary>
/// <param name="Version">Of its last event, at least.</param>
public readonly record struct StreamMoved(Guid Stream, long Version)
{
    /// <summary>As it is told to other nodes: <c>id:version</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stream:N}:{Version}");

    /// <summary>Reads what another node told; null when it is something else.</summary>
    public static StreamMoved? Read(ReadOnlySpan<char> text) =>
        text.Length > 33 && text[32] == ':' && Guid.TryParseExact(text[..32], "N", out var stream) && long.TryParse(text[33..], CultureInfo.InvariantCulture, out var version)
            ? new StreamMoved(stream, version)
            : null;
}

/// <summary>
/// Is told which streams have grown: at once when this node committed it, and when another node says so. Only a hint, late
/// or missing at times; what the stream holds is read from the store.
/// </summary>
public interface IStreamObserver
{
    /// <summary>Called on the way of every commit, so it must be quick and not throw.</summary>
    /// <param name="here">Whether this node committed it.</param>
    void Moved(StreamMoved moved, bool here);
}
