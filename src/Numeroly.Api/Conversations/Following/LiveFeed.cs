using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Npgsql;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Gives one reader the events of one conversation: those there are, then each new one as it is committed, in order, none
/// twice and none left out. What is told between nodes only wakes it; what it gives is read from the store. Nothing is kept
/// for a reader that is slow: the next event is asked for when the connection has taken the one before.
/// </summary>
public sealed class LiveFeed(
    ConversationReader conversations, FollowedStreams followed, IOptions<LiveFeedOptions> options, ILogger<LiveFeed> log)
{
    // All that is held for one reader at a time.
    private const int PageSize = 50;

    /// <summary>
    /// The events, each with its version as id and its type as event, to the last that can be expected, or until the
    /// connection says that it is enough.
    /// </summary>
    /// <param name="conversation">As it was known when the feed was asked for.</param>
    /// <param name="after">The last version that the reader has.</param>
    internal async IAsyncEnumerable<SseItem<EventView>> FollowAsync(Conversation conversation, long after, FeedConnection connection)
    {
        await using var items = ReadOnAsync(conversation, after, connection, connection.Enough).GetAsyncEnumerator();
        while (await HasNextAsync(items, connection.Enough)) yield return items.Current;
    }

    /// <summary>Nothing more is expected to happen to it.</summary>
    public static bool IsSettled(Conversation conversation) =>
        conversation.HasEnded() && conversation.RoomDeletedAt is not null && conversation.RecordingStatus() != RecordingStatus.Pending;

    // The end of the answer says it all: the reader that is still there comes back and goes on where it was.
    private static async ValueTask<bool> HasNextAsync(IAsyncEnumerator<SseItem<EventView>> items, CancellationToken enough)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return false;
        }
    }

    private async IAsyncEnumerable<SseItem<EventView>> ReadOnAsync(
        Conversation conversation, long after, FeedConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var watch = followed.Follow(conversation.Id);
        await connection.KeepAliveAsync(); // Something to read at once, so that both sides know that it works.
        while (true)
        {
            var mark = watch.Mark;
            var page = await PatientlyAsync(token => ReadAsync(conversation.Id, after, token), connection, cancellation);
            foreach (var stored in page)
            {
                if (EventView.From(stored) is { } view) yield return Item(view);
            }

            if (page.Count > 0)
            {
                after = page[^1].Version;
                watch.HasRead(after);
                if (page.Count == PageSize) continue;
            }

            if (conversation.HasEnded() || page.Any(stored => stored.Fact is Ended))
            {
                // Settled before the page was read, which therefore has the last of it.
                if (IsSettled(conversation) && page.Count == 0) yield break;
                conversation = await PatientlyAsync(token => LoadAsync(conversation, token), connection, cancellation);
                if (IsSettled(conversation)) continue;
            }

            while (watch.Mark == mark)
            {
                await watch.WaitAsync(mark, options.Value.KeepAliveEvery, cancellation);
                if (watch.Mark == mark) await connection.KeepAliveAsync();
            }
        }
    }

    private static SseItem<EventView> Item(EventView view) =>
        new(view, view.Type) { EventId = view.Version.ToString(CultureInfo.InvariantCulture) };

    private async Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid id, long after, CancellationToken cancellation) =>
        await conversations.ReadEventsAsync(id, after, default, PageSize, cancellation).ToListAsync(cancellation);

    private async Task<Conversation> LoadAsync(Conversation known, CancellationToken cancellation) =>
        await conversations.LoadAsync(known.Id, cancellation) ?? known;

    // A store that is away for a moment is no reason to send thousands of readers away to come back at once.
    private async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> ask, FeedConnection connection, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await ask(cancellation);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning("The store cannot be read now, so the feed waits: {Fault}", fault.Message);
                await Task.Delay(options.Value.TryAgainAfter * (0.5 + Random.Shared.NextDouble()), cancellation);
                await connection.KeepAliveAsync();
            }
        }
    }
}
