using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Api.Store;
using Numeroly.Harness;

namespace Numeroly.Bench.World;

/// <summary>One node's store of conversations, as the API puts it together, with nothing else around it.</summary>
internal sealed class StoreNode : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StoreNode(WebApplication app) => _app = app;

    public NpgsqlDataSource Pool => Get<NpgsqlDataSource>();

    public IDocumentStore Marten => Get<IDocumentStore>();

    public GroupCommit Commits => Get<GroupCommit>();

    /// <summary>Starts everything that the store runs with, and returns once the schema is in place.</summary>
    /// <param name="handlesMessages">Whether Wolverine is started. Deciding does without.</param>
    /// <param name="also">What the measurement puts beside it.</param>
    public static async Task<StoreNode> StartAsync(
        TestDatabase database, CancellationToken cancellation, bool handlesMessages = false, Action<IServiceCollection>? also = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:Database"] = database.Url,
            ["Assistant:Where"] = "none",
            // Nobody calls it; there has to be one.
            ["Daily:ApiUrl"] = "http://127.0.0.1:9/v1",
        });
        // The output is the measurement's, and nothing is served.
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddConversationStore(handlesMessages);
        also?.Invoke(builder.Services);
        var node = new StoreNode(builder.Build());
        try
        {
            await node._app.StartAsync(cancellation);
            if (await node.Get<StoreReadiness>().WaitAsync(cancellation)) return node;
            throw new InvalidOperationException("The store was stopped before it was ready.");
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
