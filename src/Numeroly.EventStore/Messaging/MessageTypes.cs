using System.Text.Json;
using Numeroly.EventStore.Reading;
using Numeroly.EventStore.Schema;

namespace Numeroly.EventStore.Messaging;

/// <summary>The message types a node can write and read; stored under the same kind of alias as events.</summary>
public sealed class MessageTypes
{
    private readonly Dictionary<string, Type> _byAlias;

    private MessageTypes(Dictionary<string, Type> byAlias) => _byAlias = byAlias;

    /// <summary>Every non-abstract type derived from <typeparamref name="TBase"/> in its assembly.</summary>
    public static MessageTypes Of<TBase>() => new(typeof(TBase).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(TBase)))
        .ToDictionary(MartenNames.Alias));

    /// <summary>Only these of them: what one kind of node takes.</summary>
    public MessageTypes Only(Func<Type, bool> taken) => new(_byAlias.Where(known => taken(known.Value)).ToDictionary());

    public IReadOnlyCollection<Type> All => _byAlias.Values;

    public IReadOnlyCollection<string> Aliases => _byAlias.Keys;

    public static string AliasOf(object body) => MartenNames.Alias(body.GetType());

    public static string AliasOf<TMessage>() => MartenNames.Alias(typeof(TMessage));

    public static string Write(object body) => JsonSerializer.Serialize(body, body.GetType(), EventTypes.Json);

    /// <exception cref="UnknownMessageTypeException">No such type is registered.</exception>
    /// <exception cref="JsonException">The body does not have the shape of its type.</exception>
    public object Read(string alias, string body) => _byAlias.TryGetValue(alias, out var type)
        ? JsonSerializer.Deserialize(body, type, EventTypes.Json) ?? throw new JsonException($"The body of a {alias} message is null.")
        : throw new UnknownMessageTypeException(alias);
}

/// <summary>A message was stored that this program does not know; it was probably sent by a newer one.</summary>
public sealed class UnknownMessageTypeException(string type) : Exception($"Message type '{type}' is not registered.");
