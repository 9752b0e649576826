using System.Collections.Frozen;
using System.Text.Json;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Store.Sequencing;

/// <summary>The names under which a conversation's messages wait: the type's in snake case.</summary>
public static class MessageNames
{
    private static readonly FrozenDictionary<string, Type> Types = typeof(ConversationMessage).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ConversationMessage)))
        .ToFrozenDictionary(Of, StringComparer.Ordinal);

    public static string Of(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);

    /// <exception cref="JsonException">No message has this name, or the body has not its shape.</exception>
    public static ConversationMessage Read(string name, string body, Guid conversation, long place) =>
        Types.TryGetValue(name, out var type) && JsonSerializer.Deserialize(body, type, StoreJson.Options) is ConversationMessage message
            ? message with { ConversationId = conversation, Place = place }
            : throw new JsonException($"There is no message '{name}', or its body is none.");

    public static string Write(ConversationMessage message) => JsonSerializer.Serialize(message, message.GetType(), StoreJson.Options);
}
