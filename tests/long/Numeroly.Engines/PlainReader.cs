using Npgsql;

namespace Numeroly.Engines;

/// <summary>Follows by a rule that looks right: what is numbered higher than the last one seen is new.</summary>
public sealed class PlainReader(NpgsqlDataSource database)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    private readonly List<long> _got = [];

    public Account Judge(IReadOnlyCollection<long> committed) => Account.Of(committed, _got);

    /// <summary>Until told to stop, and then once more.</summary>
    public async Task FollowAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await LookAsync();
            await Task.Delay(LookEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await LookAsync();
    }

    private async Task LookAsync()
    {
        await using var command = database.CreateCommand("select seq_id from public.mt_events where seq_id > $1 order by seq_id");
        command.Parameters.Add(new() { Value = _got.Count == 0 ? 0 : _got[^1] });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) _got.Add(reader.GetInt64(0));
    }
}
