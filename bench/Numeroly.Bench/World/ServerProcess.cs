using System.Collections.Concurrent;
using System.Diagnostics;
using Numeroly.Harness;

namespace Numeroly.Bench.World;

/// <summary>A web server of ours as a process of its own, run from what was built or published of it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int LinesToKeep = 20;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>What it holds of the machine's memory now.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it with settings under .NET's names, and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(
        string assembly, IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        var address = ApiProcess.FreeAddress();
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(assembly)),
            Environment = { ["ASPNETCORE_URLS"] = address.ToString() },
        };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__")] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} could not be started.");
        var server = new ServerProcess(process, address);
        try
        {
            await server.BecomesReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task BecomesReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.HoldsAsync(() => IsReadyAsync(http), "the server to be ready", TimeSpan.FromSeconds(90));
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        if (_process.HasExited) throw new InvalidOperationException($"The server has exited: {string.Join('\n', _output)}");
        try
        {
            return (await http.GetAsync(new Uri(Address, "/health/ready"))).IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        while (_output.Count > LinesToKeep) _output.TryDequeue(out _);
    }
}
