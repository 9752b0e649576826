using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Numeroly.Api;
using Numeroly.Harness;

namespace Numeroly.World;

/// <summary>One node of the API, in this process but over real HTTP.</summary>
public sealed class ApiNode : IAsyncDisposable
{
    private const int PortsToTry = 5;

    private readonly WebApplication _app;

    private ApiNode(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ApiNode> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        for (var left = PortsToTry; ; left--)
        {
            try
            {
                return await StartAsync(settings, new Uri($"http://127.0.0.1:{FreePort()}"));
            }
            catch (IOException taken) when (taken.InnerException is AddressInUseException && left > 1)
            {
                // Another program was quicker; the next port is tried.
            }
        }
    }

    private static async Task<ApiNode> StartAsync(IReadOnlyDictionary<string, string> settings, Uri address)
    {
        var arguments = settings
            .Append(new("urls", address.ToString()))
            .Append(new("environment", "Development"))
            .DistinctBy(setting => setting.Key)
            .Select(setting => $"--{setting.Key}={setting.Value}");
        var app = ApiHost.Build([.. arguments.Select(argument => argument.Replace("{address}", address.ToString()))]);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        var node = new ApiNode(app, address);
        await node.BecomesReadyAsync();
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task BecomesReadyAsync()
    {
        using var http = new HttpClient();
        await Eventually.HoldsAsync(
            async () => (await http.GetAsync(new Uri(Address, "/health/ready"))).StatusCode == HttpStatusCode.OK, "the API to be ready");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
