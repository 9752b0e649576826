using System.Collections.Concurrent;
using Numeroly.Bench.World;
using Numeroly.Harness;

namespace Numeroly.Bench.Append;

/// <summary>The API's own way: what arrives together shares a session and a commit.</summary>
internal sealed class MartenWithGroupCommit : IAppendTarget
{
    private readonly ConcurrentDictionary<Guid, Talk> _talks = new();
    private readonly TestDatabase _database;
    private readonly StoreNode _node;

    private MartenWithGroupCommit(TestDatabase database, StoreNode node) => (_database, _node) = (database, node);

    public string Name => "Marten with group commit";

    public static async Task<MartenWithGroupCommit> StartAsync(CancellationToken cancellation)
    {
        var database = await TestDatabase.CreateAsync();
        return new MartenWithGroupCommit(database, await StoreNode.StartAsync(database, cancellation));
    }

    public async Task<Guid> BeginAsync(int length, CancellationToken cancellation)
    {
        var talk = await Talk.BeginAsync(_node, length, cancellation);
        _talks[talk.Id] = talk;
        return talk.Id;
    }

    public Task AppendAsync(Guid conversation) => _talks[conversation].SayAsync();

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }
}
