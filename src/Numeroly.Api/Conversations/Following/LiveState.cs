using System.Text.Json;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Reading;

namespace Numeroly.Api.Conversations;

/// <summary>What is worth having at hand of a conversation that goes on. No words that were said.</summary>
public sealed record LiveConversation(string UserId, long Version, bool HasEnded, ConnectionReported? Connection)
{
    public static LiveConversation From(Conversation conversation) =>
        new(conversation.UserId, conversation.Version, conversation.HasEnded(), conversation.Connection);
}

/// <summary>
/// Conversations at hand in Redis, for speed only: late by as much as it takes to follow the store, absent when Redis
/// is. Nothing is decided on it.
/// </summary>
public sealed class LiveState(Redis redis)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(3);

    public async Task<LiveConversation?> FindAsync(Guid conversation) =>
        await redis.GetAsync(Key(conversation)) is { } json ? JsonSerializer.Deserialize<LiveConversation>(json, EventTypes.Json) : null;

    public Task KeepAsync(Conversation conversation) =>
        redis.SetAsync(Key(conversation.Id), JsonSerializer.Serialize(LiveConversation.From(conversation), EventTypes.Json), KeptFor);

    private static string Key(Guid conversation) => $"conversation:{conversation:N}:live";
}
