using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Numeroly.Chaos;

/// <summary>
/// Stands between the API and one of its servers, sees every request pass, and at the armed moment kills the API
/// instead of letting the request, or its answer, through.
/// </summary>
public sealed class KillingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Server _kind;
    private readonly Func<(string Host, int Port)> _server;
    private Armed? _armed;

    public KillingProxy(Server kind, Func<(string Host, int Port)> server)
    {
        _kind = kind;
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Kills once, at the next occurrence of the moment. The task ends when it has happened.</summary>
    public Task ArmAsync(Moment moment, Action kill)
    {
        if (moment.Step.Server != _kind) throw new ArgumentException($"{moment} does not pass here.", nameof(moment));
        var armed = new Armed(Encoding.ASCII.GetBytes(moment.Step.Bytes), moment.After, kill);
        Volatile.Write(ref _armed, armed);
        return armed.Happened.Task;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var api = client;
        using var server = new TcpClient();
        try
        {
            var (host, port) = _server();
            await server.ConnectAsync(host, port);
            api.NoDelay = server.NoDelay = true;
            var connection = new Connection();
            await Task.WhenAny(
                PassAsync(api.GetStream(), server.GetStream(), bytes => MayRequestPass(connection, bytes)),
                PassAsync(server.GetStream(), api.GetStream(), _ => MayAnswerPass(connection)));
        }
        catch (Exception broken) when (broken is IOException or SocketException)
        {
            // What is being killed breaks its connections.
        }
    }

    private static async Task PassAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, bool> mayPass)
    {
        var buffer = new byte[128 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer)) > 0)
        {
            if (!mayPass(buffer.AsMemory(0, read))) return;
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    private bool MayRequestPass(Connection connection, ReadOnlyMemory<byte> bytes)
    {
        if (Volatile.Read(ref _armed) is not { } armed || !connection.Contains(bytes, armed.Bytes)) return true;
        if (armed.After)
        {
            connection.Awaiting = armed;
            return true;
        }

        return !TryKill(armed);
    }

    private bool MayAnswerPass(Connection connection)
    {
        connection.Forget();
        if (Interlocked.Exchange(ref connection.Awaiting, null) is not { } armed) return true;
        return !TryKill(armed);
    }

    private bool TryKill(Armed armed)
    {
        if (Interlocked.CompareExchange(ref _armed, null, armed) != armed) return false;
        armed.Kill();
        armed.Happened.SetResult();
        return true;
    }

    private sealed record Armed(byte[] Bytes, bool After, Action Kill)
    {
        public TaskCompletionSource Happened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Remembers the end of what passed, so that bytes split over two packets are found too.</summary>
    private sealed class Connection
    {
        public Armed? Awaiting;
        private readonly Lock _gate = new();
        private byte[] _tail = [];

        public bool Contains(ReadOnlyMemory<byte> bytes, byte[] wanted)
        {
            lock (_gate)
            {
                byte[] joined = [.. _tail, .. bytes.Span];
                _tail = joined[^Math.Min(joined.Length, 256)..];
                return joined.AsSpan().IndexOf(wanted) >= 0;
            }
        }

        public void Forget()
        {
            lock (_gate) _tail = [];
        }
    }
}
