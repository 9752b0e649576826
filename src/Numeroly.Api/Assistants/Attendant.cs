using Numeroly.Api.Conversations;
using Numeroly.Api.Store;
using Numeroly.Assistant;
using Numeroly.Assistant.Attending;
using Numeroly.Daily;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Assistants;

/// <summary>Attends a conversation for as long as it lasts.</summary>
public sealed class Attendant(
    AssistantParts parts,
    ConversationReader conversations,
    GroupCommit commits,
    TranscriptReader transcript,
    FollowedStreams followed,
    DailyClient daily,
    ConversationPolicy policy,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<AssistantSession> log)
{
    /// <summary>Whether the conversation is over; if not, this process stops, and another goes on.</summary>
    public async Task<bool> AttendAsync(Summoned summoned, CancellationToken cancellation)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return false;
        var record = new StoredConversation(summoned, conversations, commits, transcript, followed, daily, policy, time, log);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        using var session = new AssistantSession(record, parts, log);
        var hasEnded = await session.RunAsync(stop.Token);
        cancellation.ThrowIfCancellationRequested();
        return hasEnded;
    }
}
