using Numeroly.Daily;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>Asks Daily for links to finished recordings. They expire, so they are made when asked for and never kept.</summary>
public sealed class RecordingLinks(DailyClient daily)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromHours(1);

    /// <summary>Links to all finished pieces in order, or the first failure.</summary>
    public async Task<DailyResult<IReadOnlyList<RecordingLinkView>>> GetAsync(Conversation conversation, CancellationToken cancellation)
    {
        var links = new List<RecordingLinkView>();
        foreach (var recording in conversation.Recordings.Where(recording => recording.Status == RecordingStatus.Ready))
        {
            var link = await daily.Recordings.GetLinkAsync(recording.RecordingId, ValidFor, cancellation);
            if (!link.IsSuccess) return link.Failure;
            links.Add(new RecordingLinkView(
                recording.RecordingId, recording.StartedAt, recording.DurationSeconds, link.Value.Link.Reveal(), link.Value.ExpiresAt));
        }

        return links;
    }

    /// <summary>A link for an answer that is complete without it: none when Daily does not give one quickly.</summary>
    public async Task<RecordingLinkView?> TryGetFirstAsync(Conversation conversation, TimeSpan atMost, CancellationToken cancellation)
    {
        if (conversation.RecordingStatus() != RecordingStatus.Ready) return null;
        var links = await new RecordingLinks(daily.Within(atMost)).GetAsync(conversation, cancellation);
        return links.Value is [var first, ..] ? first : null;
    }
}
