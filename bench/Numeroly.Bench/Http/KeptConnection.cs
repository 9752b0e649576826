using System.Net.Sockets;

namespace Numeroly.Bench.Http;

/// <summary>
/// One client's connection, kept open for all its requests. It knows only as much HTTP/1.1 as our servers' answers
/// need, so that on a machine with few cores little goes to the client.
/// </summary>
internal sealed class KeptConnection : IAsyncDisposable
{
    private const int LongestAnswer = 16 * 1024;

    private readonly TcpClient _tcp = new() { NoDelay = true };
    private readonly byte[] _answer = new byte[LongestAnswer];

    public static async Task<KeptConnection> OpenAsync(Uri address, CancellationToken cancellation)
    {
        var connection = new KeptConnection();
        await connection._tcp.ConnectAsync(address.Host, address.Port, cancellation);
        return connection;
    }

    /// <summary>Sends a request, and returns once its answer is read to the end.</summary>
    /// <exception cref="InvalidOperationException">The answer is not <c>201</c>, or the server hung up.</exception>
    public async Task CreateAsync(ReadOnlyMemory<byte> request)
    {
        var stream = _tcp.GetStream();
        await stream.WriteAsync(request);
        var length = 0;
        do
        {
            var read = await stream.ReadAsync(_answer.AsMemory(length));
            if (read == 0) throw new InvalidOperationException("The server hung up in the middle of an answer, or the answer is too long.");
            length += read;
        }
        while (!WireAnswer.IsWhole(_answer.AsSpan(0, length)));
        WireAnswer.MustBeCreated(_answer.AsSpan(0, length));
    }

    public ValueTask DisposeAsync()
    {
        _tcp.Dispose();
        return ValueTask.CompletedTask;
    }
}
