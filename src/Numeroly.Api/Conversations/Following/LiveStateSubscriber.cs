using Npgsql;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Subscribing;

namespace Numeroly.Api.Conversations;

/// <summary>Keeps <see cref="LiveState"/> up with the store.</summary>
public sealed class LiveStateSubscriber(ConversationStore conversations, LiveState live) : ISubscriber
{
    public string Name => "LiveState:All";

    // What lies in the past is not alive.
    public bool StartsWithTheNextEvent => true;

    public async Task HandleAsync(IReadOnlyList<StoredEvent> events, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        foreach (var conversation in events.Select(stored => stored.StreamId).Distinct())
        {
            if ((await conversations.LoadAsync(conversation, cancellation)).State is { } state) await live.KeepAsync(state);
        }
    }
}
