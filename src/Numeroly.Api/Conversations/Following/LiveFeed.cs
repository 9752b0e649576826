using Microsoft.Extensions.Options;
using Npgsql;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Gives one reader the events of one conversation: those there are, then each new one as it is committed, in order, none
/// twice and none left out. What is told between nodes only wakes it; what it gives is read from the store.
/// </summary>
public sealed class LiveFeed(
    ConversationReader conversations, FollowedStreams followed, IOptions<LiveFeedOptions> options, ILogger<LiveFeed> log)
{
    // All that is held for one reader at a time.
    private const int PageSize = 50;

    /// <summary>Returns when there will be nothing more to tell.</summary>
    /// <param name="conversation">As it was known when the feed was asked for.</param>
    /// <param name="after">The last version that the reader has.</param>
    /// <exception cref="OperationCanceledException">The reader is gone, or <paramref name="cancellation"/> says that it is enough.</exception>
    internal async Task RunAsync(Conversation conversation, long after, EventStreamWriter writer, CancellationToken cancellation)
    {
        using var watch = followed.Follow(conversation.Id);
        await writer.OpenAsync();
        while (true)
        {
            var mark = watch.Mark;
            var page = await PatientlyAsync(token => ReadAsync(conversation.Id, after, token), writer, cancellation);
            if (page.Count > 0)
            {
                await writer.WriteAsync(page);
                after = page[^1].Version;
                watch.HasRead(after);
                if (page.Count == PageSize) continue;
            }

            if (conversation.HasEnded() || page.Any(IsEnding))
            {
                conversation = await PatientlyAsync(token => LoadAsync(conversation, token), writer, cancellation);
                if (IsSettled(conversation) && conversation.Version <= after) return;
            }

            while (watch.Mark == mark)
            {
                await watch.WaitAsync(mark, options.Value.KeepAliveEvery, cancellation);
                if (watch.Mark == mark) await writer.KeepAliveAsync();
            }
        }
    }

    /// <summary>Nothing more is expected to happen to it.</summary>
    public static bool IsSettled(Conversation conversation) =>
        conversation.HasEnded() && conversation.RoomDeletedAt is not null && conversation.RecordingStatus() != RecordingStatus.Pending;

    private static bool IsEnding(EventView stored) => stored.Type == "ended";

    private async Task<IReadOnlyList<EventView>> ReadAsync(Guid id, long after, CancellationToken cancellation) =>
        [.. (await conversations.ReadEventsAsync(id, after, default, PageSize, cancellation).ToListAsync(cancellation)).Select(EventView.From)];

    private async Task<Conversation> LoadAsync(Conversation known, CancellationToken cancellation) =>
        await conversations.LoadAsync(known.Id, cancellation) ?? known;

    // A store that is away for a moment is no reason to send thousands of readers away to come back at once.
    private async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> ask, EventStreamWriter writer, CancellationToken cancellation)
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
                await writer.KeepAliveAsync();
            }
        }
    }
}
