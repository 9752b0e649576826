using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.Events.Conversations;
using Numeroly.World;

namespace Numeroly.Api.Tests.Migrating;

/// <summary>What the store of the version before holds, and what becomes of it once all that is due there is done.</summary>
public sealed record FactsBefore(IReadOnlyList<ConversationFacts> Conversations, IReadOnlyList<KeyFacts> Keys)
{
    public static FactsBefore Read(string json) => JsonSerializer.Deserialize<FactsBefore>(json, ApiClient.Json)!;
}

/// <summary>A conversation after what was due.</summary>
public sealed record ConversationFacts(
    string Which,
    Guid Id,
    string Owner,
    Language Language,
    string? Name,
    DateOnly? BirthDate,
    bool Joined,
    ConversationStatus Status,
    long Version,
    EndCause? Cause,
    int? Rating,
    string Recording,
    bool RoomDeleted,
    IReadOnlyList<string> Events,
    IReadOnlyList<MessageFacts> Messages);

public sealed record MessageFacts(Guid MessageId, Speaker Speaker, string Text, string? Heard);

/// <summary>A request under an idempotency key.</summary>
/// <param name="Answered">Whether its answer is kept; otherwise it runs anew.</param>
public sealed record KeyFacts(string Owner, string Key, string Method, string Path, string Body, bool Answered, int Status, JsonElement Answer);
