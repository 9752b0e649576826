using Npgsql;
using Numeroly.Api.Store;
using Numeroly.Daily;
using Numeroly.Daily.Calls;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Finds joins and leaves that no webhook told of, by asking Daily who is in which call: the only way where Daily cannot
/// call us.
/// </summary>
public sealed class PresenceComparison(
    NpgsqlDataSource database,
    DailyClient daily,
    ConversationReader conversations,
    GroupCommit commits,
    Attendance attendance,
    ConversationPolicy policy,
    ILogger<PresenceComparison> log)
{
    private static readonly Causes Cause = new(null, "reconciler");

    public async Task RunAsync(CancellationToken cancellation)
    {
        var presence = await daily.Calls.PresenceEverywhereAsync(cancellation);
        if (!presence.IsSuccess)
        {
            log.LogInformation("Daily's calls cannot be compared now: {Failure}", presence.Failure.Kind);
            return;
        }

        var calls = presence.Value
            .Select(call => (Conversation: Rooms.ConversationOf(call.Key), Present: call.Value))
            .Where(call => call.Conversation is not null)
            .ToDictionary(call => call.Conversation!.Value, call => call.Present);
        foreach (var conversation in await WithSomeonePresentAsync(cancellation)) calls.TryAdd(conversation, []);
        foreach (var (conversation, present) in calls) await CompareAsync(conversation, present, cancellation);
    }

    private async Task CompareAsync(Guid id, IReadOnlyList<Present> present, CancellationToken cancellation)
    {
        if (await conversations.LoadAsync(id, cancellation) is not { } conversation || conversation.HasEnded()) return;
        var there = present.Select(session => session.SessionId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var known = conversation.Sessions.Where(session => session.IsPresent()).Select(session => session.SessionId).ToHashSet(StringComparer.Ordinal);
        if (there.SetEquals(known)) return;

        // Who is gone, since when, and who came meanwhile, the meeting knows better than presence.
        var attended = await attendance.AskAsync(conversation, cancellation);
        if (!attended.IsSuccess) return;
        var decided = await commits.DecideAsync(
            id, (current, _, _) => Events.Conversations.Attending.TakeIn(current, attended.Value, policy), Cause, cancellation);
        if (!decided.Events.IsEmpty) log.LogInformation("Found {Facts} joins or leaves of {ConversationId} by asking Daily", decided.Events.Length, id);
    }

    private async Task<IReadOnlyList<Guid>> WithSomeonePresentAsync(CancellationToken cancellation)
    {
        // Whoever was in the call and whose conversation is open may have left unnoticed.
        await using var command = database.CreateCommand(
            "select conversation_id from views.conversations where ended_at is null and joined_at is not null");
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetGuid(0));
        return found;
    }
}
