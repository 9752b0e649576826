using System.Runtime.CompilerServices;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Migrating;

/// <summary>The kept store of the version before, on a database of its own, with Daily as it was then.</summary>
public sealed class StoreBefore : IAsyncDisposable
{
    private readonly DirectoryInfo _daily = Directory.CreateTempSubdirectory();
    private readonly TestDatabase _database;

    private StoreBefore(TestDatabase database) => _database = database;

    public FactsBefore Facts { get; } = FactsBefore.Read(File.ReadAllText(Beside("facts-before-marten.json")));

    public TestDatabase Database => _database;

    public static async Task<StoreBefore> LoadAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync(await File.ReadAllTextAsync(Beside("store-before-marten.sql")));
        return new StoreBefore(database);
    }

    /// <summary>This version on it. It owns the database from then on.</summary>
    public Task<Backend> StartAsync(Action<Dictionary<string, string>>? settings = null)
    {
        File.Copy(Beside("daily-before-marten.json"), Path.Combine(_daily.FullName, "standin.json"));
        return Backend.StartAsync(
            all =>
            {
                // Only what was left behind is to act: nothing is compared with Daily, and nothing comes from it.
                all["Reconciling:Every"] = "01:00:00";
                all["Reconciling:OrphanAfter"] = all["Reconciling:StalledAfter"] = "30.00:00:00";
                all.Remove("Webhooks:PublicUrl");
                // The recordings ended when the store was kept, however long ago.
                all["Conversations:GiveUpOnRecordingAfter"] = "36500.00:00:00";
                settings?.Invoke(all);
            },
            daily => daily.DataDirectory = _daily.FullName,
            database: _database);
    }

    public ValueTask DisposeAsync()
    {
        _daily.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Beside(string file, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, file);
}
