using Npgsql;
using Numeroly.EventStore.Reading;

namespace Numeroly.EventStore.Subscribing;

/// <summary>
/// Every committed event, once, in the order of the global sequence, none skipped: numbers are drawn before their
/// transaction commits, so a missing number either comes later or never. It will never come once every transaction that
/// held the sequence's lock when the number was seen to be missing is over: PostgreSQL keeps that lock from the moment a
/// number is drawn until after the commit has become visible.
/// </summary>
public sealed class EventFeed(NpgsqlDataSource database, EventReader events)
{
    private const string HoldersSql =
        """
        select distinct virtualtransaction from pg_locks
        where locktype = 'relation' and relation = 'public.mt_events_sequence'::regclass and granted and mode = 'RowExclusiveLock'
          and database = (select oid from pg_database where datname = current_database())
        """;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// The next events after <paramref name="position"/>, and the position to go on from; no events when there are none
    /// yet. Waits while an older transaction is still open that may hold an earlier event.
    /// </summary>
    public async Task<FeedPage> ReadAsync(long position, int limit, CancellationToken cancellation)
    {
        var visible = await events.ReadVisibleAsync(position, long.MaxValue, limit, cancellation);
        if (visible.Count == 0) return new FeedPage([], position);

        var contiguous = visible.TakeWhile((stored, place) => stored.Sequence == position + place + 1).ToList();
        if (contiguous.Count > 0) return Page(contiguous, contiguous[^1].Sequence);

        var upTo = visible[0].Sequence;
        var settled = await WaitForMissingAsync(position, upTo, cancellation);
        return Page(settled, settled.Count == 0 ? position : settled[^1].Sequence);
    }

    /// <summary>All there will ever be in (position, upTo], whose last number is known to be there.</summary>
    private async Task<IReadOnlyList<StoredEvent>> WaitForMissingAsync(long position, long upTo, CancellationToken cancellation)
    {
        var holders = await HoldersAsync(cancellation);
        for (var pause = FirstPause; ; pause = Longer(pause))
        {
            if (holders.Count == 0) return await events.ReadVisibleAsync(position, upTo, int.MaxValue, cancellation);

            var arrived = await events.ReadVisibleAsync(position, upTo, int.MaxValue, cancellation);
            if (arrived[0].Sequence == position + 1) return [.. arrived.TakeWhile((stored, place) => stored.Sequence == position + place + 1)];

            await Task.Delay(pause, cancellation);
            holders.IntersectWith(await HoldersAsync(cancellation));
        }
    }

    private async Task<HashSet<string>> HoldersAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(HoldersSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var holders = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) holders.Add(reader.GetString(0));
        return holders;
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    // Marten fills numbers it knows to be lost with tombstones, and hides archived streams; neither is an event.
    private static FeedPage Page(IReadOnlyList<StoredEvent> read, long position) =>
        new([.. read.Where(stored => stored.Type != "tombstone")], position);
}

/// <summary>Events in global order.</summary>
/// <param name="Position">Where to go on: all events up to this number have been seen.</param>
public sealed record FeedPage(IReadOnlyList<StoredEvent> Events, long Position);
