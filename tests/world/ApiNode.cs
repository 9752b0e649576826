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
        // Webhooks need the address before the node listens there, and meanwhile somebody else may take the port.
        for (var attempt = 1; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}");
            var app = Build(settings, address);
            try
            {
                await app.StartAsync();
            }
            catch (IOException taken) when (taken.InnerException is AddressInUseException && attempt < 5)
            {
                await app.DisposeAsync();
                continue;
            }

            var node = new ApiNode(app, address);
            await node.BecomesReadyAsync();
            return node;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(IReadOnlyDictionary<string, string> settings, Uri address)
    {
        var arguments = settings
            .Append(new("urls", address.ToString()))
            .Append(new("environment", "Development"))
            .DistinctBy(setting => setting.Key)
            .Select(setting => $"--{setting.Key}={setting.Value}");
        return ApiHost.Build([.. arguments.Select(argument => argument.Replace("{address}", address.ToString()))]);
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
