using Microsoft.Extensions.Caching.Memory;
using Numeroly.Daily;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Asks Daily for links to finished recordings. They expire, so they are made when asked for, and remembered only for as
/// long as they stay useful.
/// </summary>
public sealed class RecordingLinks(DailyClient daily) : IDisposable
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _remembered = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Links to all finished pieces in order, or the first failure. Each works for at least half an hour more.</summary>
    public Task<DailyResult<IReadOnlyList<RecordingLinkView>>> GetAsync(Conversation conversation, CancellationToken cancellation) =>
        GetAsync(daily, conversation, cancellation);

    /// <summary>A link for an answer that is complete without it: none when Daily does not give one quickly.</summary>
    public async Task<RecordingLinkView?> TryGetFirstAsync(Conversation conversation, TimeSpan atMost, CancellationToken cancellation)
    {
        if (conversation.RecordingStatus() != RecordingStatus.Ready) return null;
        var links = await GetAsync(daily.Within(atMost), conversation, cancellation);
        return links.Value is [var first, ..] ? first : null;
    }

    public void Dispose() => _remembered.Dispose();

    private async Task<DailyResult<IReadOnlyList<RecordingLinkView>>> GetAsync(DailyClient client, Conversation conversation, CancellationToken cancellation)
    {
        var links = new List<RecordingLinkView>();
        foreach (var recording in conversation.Recordings.Where(recording => recording.Status == RecordingStatus.Ready))
        {
            if (_remembered.Get<RecordingLinkView>(recording.RecordingId) is not { } link)
            {
                var asked = await client.Recordings.GetLinkAsync(recording.RecordingId, ValidFor, cancellation);
                if (!asked.IsSuccess) return asked.Failure;
                link = new RecordingLinkView(
                    recording.RecordingId, recording.StartedAt, recording.DurationSeconds, asked.Value.Link.Reveal(), asked.Value.ExpiresAt);
                _remembered.Set(recording.RecordingId, link, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = RememberedFor });
            }

            links.Add(link);
        }

        return links;
    }
}
