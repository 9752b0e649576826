using Npgsql;
using Numeroly.Bench.World;
using Numeroly.Bench.Yardsticks;
using Numeroly.Harness;

namespace Numeroly.Bench.Append;

/// <summary>The least a durable write costs: one row, one commit, one round trip, and no state to decide on.</summary>
internal sealed class RawInsert : IAppendTarget
{
    private readonly TestDatabase _database;
    private readonly NpgsqlDataSource _pool;
    private readonly BareRows _rows;

    private RawInsert(TestDatabase database, NpgsqlDataSource pool) => (_database, _pool, _rows) = (database, pool, new BareRows(pool));

    public string Name => "yardstick: raw insert";

    public static async Task<RawInsert> StartAsync(CancellationToken cancellation)
    {
        var database = await TestDatabase.CreateAsync();
        var target = new RawInsert(database, NpgsqlDataSource.Create(Pool.ConnectionString(database)));
        await target._rows.InstallAsync(cancellation);
        return target;
    }

    public Task<Guid> BeginAsync(int length, CancellationToken cancellation) => Task.FromResult(Guid.CreateVersion7());

    public Task AppendAsync(Guid conversation) => _rows.InsertAsync();

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        await _database.DisposeAsync();
    }
}
