using Microsoft.Extensions.Hosting;

namespace Numeroly.Bench.World;

/// <summary>Something that runs on a node until it is disposed.</summary>
internal sealed class NodeService : IAsyncDisposable
{
    private readonly BackgroundService _service;

    private NodeService(BackgroundService service) => _service = service;

    public static async Task<NodeService> StartAsync(BackgroundService service, CancellationToken cancellation)
    {
        await service.StartAsync(cancellation);
        return new NodeService(service);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
    }
}
