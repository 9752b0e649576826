using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.Assistant;
using Numeroly.Assistant.Attending;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Messaging;
using Numeroly.EventStore.Reading;

namespace Numeroly.Api.Assistants;

/// <summary>
/// Attends a conversation for as long as it lasts. While it does, the message's lock is held, so there is never a second
/// assistant; when the process dies the lock is free and another takes the message.
/// </summary>
public sealed class AttendConversationHandler(
    MessageTypes types,
    AssistantParts parts,
    ConversationStore conversations,
    TranscriptReader transcript,
    EventReader events,
    EventTypes eventTypes,
    FollowedStreams followed,
    DailyClient daily,
    ConversationPolicy policy,
    IHostApplicationLifetime lifetime,
    ILogger<AssistantSession> log) : IMessageHandler
{
    // Long enough that this process does not take it again while it stops.
    private static readonly TimeSpan ForAnother = TimeSpan.FromMilliseconds(500);

    public async Task<Handled> HandleAsync(DurableMessage message, CancellationToken cancellation)
    {
        if (types.Read(message.Type, message.Body) is not AttendConversation { ConversationId: var id })
            throw new JsonException($"A message of type {message.Type} is none for an assistant.");
        if (lifetime.ApplicationStopping.IsCancellationRequested) return new Handled.NotNow("this assistant stops", ForAnother);

        using var scope = log.BeginScope(new Dictionary<string, object?>(StringComparer.Ordinal) { ["ConversationId"] = id });
        var causes = new Causes(message.CorrelationId, message.Id.ToString());
        var record = new StoredConversation(id, causes, conversations, transcript, events, eventTypes, followed, daily, policy, log);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        using var session = new AssistantSession(record, parts, log);
        var hasEnded = await session.RunAsync(stop.Token);
        cancellation.ThrowIfCancellationRequested();
        return hasEnded ? new Handled.Done() : new Handled.NotNow("this assistant stops", ForAnother);
    }
}
