using Npgsql;
using Numeroly.Harness;

namespace Numeroly.Bench.World;

/// <summary>A pool of connections with the API's own settings, so that yardsticks have what it has.</summary>
internal static class Pool
{
    public const int Connections = 60;

    public static string ConnectionString(TestDatabase database)
    {
        var server = TestDatabase.ConnectionString(database.Url);
        return new NpgsqlConnectionStringBuilder(server)
        {
            Pooling = true,
            MaxPoolSize = Connections,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            Timezone = "UTC",
        }.ConnectionString;
    }
}
