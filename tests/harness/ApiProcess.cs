using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Numeroly.Harness;

/// <summary>The API as an operating system process, to be killed, and to have all it prints looked at.</summary>
public sealed class ApiProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private ApiProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Everything it printed so far.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    public bool HasExited => _process.HasExited;

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it with settings under .NET's names; does not wait until it is ready.</summary>
    public static ApiProcess Start(IReadOnlyDictionary<string, string> settings, Uri? address = null, params IReadOnlyList<string> arguments) =>
        StartProgram(AssemblyPath(), settings, address, arguments);

    /// <summary>The same with another program that takes settings and says that it is ready as the API does.</summary>
    public static ApiProcess StartProgram(
        string assembly, IReadOnlyDictionary<string, string> settings, Uri? address = null, params IReadOnlyList<string> arguments)
    {
        address ??= FreeAddress();
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            ArgumentList = { assembly },
            Environment =
            {
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["DOTNET_TieredPGO"] = "0",
            },
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__")] = value.Replace("{address}", address.ToString());
        return new ApiProcess(Process.Start(start) ?? throw new InvalidOperationException("The API could not be started."), address);
    }

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public async Task BecomesReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.HoldsAsync(async () => await IsReadyAsync(http), $"the API to be ready; it said: {string.Join('\n', Output.TakeLast(20))}", TimeSpan.FromSeconds(90));
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
    }

    /// <summary>SIGTERM: it ends by itself, as in a deployment.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await ExitedAsync();
    }

    /// <summary>SIGSTOP: it does nothing any more, and keeps its connections.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT: it goes on as if nothing had been.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>Its exit code, once it has ended by itself and all it printed has been read.</summary>
    public async Task<int> ExitedAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        if (_process.HasExited) throw new InvalidOperationException($"The API has exited with {_process.ExitCode}: {string.Join('\n', Output.TakeLast(20))}");
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
        if (line is not null) _output.Enqueue(line);
    }

    // The API built beside these tests, in the same configuration.
    private static string AssemblyPath()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var assembly = Path.Combine(folder.FullName, "src", "Numeroly.Api", "bin", configuration, "net10.0", "Numeroly.Api.dll");
            if (File.Exists(assembly)) return assembly;
        }

        throw new FileNotFoundException("The API has not been built.");
    }
}
