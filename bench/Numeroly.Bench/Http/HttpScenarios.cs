using Numeroly.Bench.Machine;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.Http;

/// <summary>Every server with every number of clients. No two clients talk in one conversation at once.</summary>
internal sealed class HttpScenarios(IReadOnlyList<MeasuredServer> servers, TimeSpan duration, PostgresProcesses? postgres)
{
    /// <summary>As many conversations as each number of clients divides.</summary>
    public const int Conversations = 128;

    private static readonly int[] Clients = [1, 8, 32];

    public IReadOnlyList<Scenario> All() => [.. Clients.SelectMany(clients => servers.Select(server => Of(server, clients)))];

    private Scenario Of(MeasuredServer measured, int clients) => new(
        clients == 1 ? "1 client" : $"{clients} clients",
        measured.Server.Name,
        cancellation => SaveAsync(measured.Server, clients, cancellation),
        measured.Yardstick?.Name)
    {
        MoreYardsticks = measured.Also is { } other ? [other.Name] : [],
    };

    private async Task<Measurement> SaveAsync(SavingServer server, int clients, CancellationToken cancellation)
    {
        var opening = Enumerable.Range(0, clients).Select(_ => KeptConnection.OpenAsync(server.Address, cancellation));
        var connections = await Task.WhenAll(opening);
        var next = Enumerable.Range(0, clients).ToArray();
        try
        {
            var meter = new CpuMeter("the server", "message", server.ProcessId, postgres);
            return await meter.MeasureAsync(() => ClosedLoop.RunAsync(clients, duration, SaveNextAsync, cancellation));
        }
        finally
        {
            foreach (var connection in connections) await connection.DisposeAsync();
        }

        Task SaveNextAsync(int client)
        {
            var request = server.Requests[next[client] % server.Requests.Count];
            next[client] += clients;
            return connections[client].CreateAsync(request.Next());
        }
    }
}

/// <summary>A server, and what it is held against: nothing when it is the yardstick itself.</summary>
internal sealed record MeasuredServer(SavingServer Server, SavingServer? Yardstick = null, SavingServer? Also = null);
