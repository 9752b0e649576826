using System.Text.Json;
using System.Text.Json.Serialization;
using Numeroly.EventStore.Schema;

namespace Numeroly.EventStore.Reading;

/// <summary>
/// The event types a store knows, how their bodies are written, and how bodies of older shapes are read.
/// Bodies are what Marten's default serializer writes: System.Text.Json, property names as in .NET, enums as strings.
/// </summary>
public sealed class EventTypes
{
    /// <summary>The options that every stored body is written and read with.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly Dictionary<string, Func<JsonElement, object>> _readers = [];
    private readonly Dictionary<Type, string> _aliases = [];

    /// <summary>Registers every non-abstract type derived from <typeparamref name="TBase"/> in its assembly.</summary>
    public static EventTypes Of<TBase>()
    {
        var types = new EventTypes();
        foreach (var type in typeof(TBase).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(TBase))))
            types.Register(type);
        return types;
    }

    public IReadOnlyCollection<Type> All => _aliases.Keys;

    public EventTypes Register(Type type)
    {
        var alias = MartenNames.Alias(type);
        _aliases.Add(type, alias);
        _readers.Add(alias, body => body.Deserialize(type, Json)
            ?? throw new JsonException($"The body of a {alias} event is null."));
        return this;
    }

    /// <summary>
    /// Reads bodies stored under <paramref name="alias"/> (by convention <c>name_v1</c> for the first shape of
    /// <c>name</c>) by turning them into today's event.
    /// </summary>
    public EventTypes Upcast(string alias, Func<JsonElement, object> toToday)
    {
        _readers.Add(alias, toToday);
        return this;
    }

    /// <exception cref="UnknownEventTypeException">The type was never registered.</exception>
    public string AliasOf(object data) => _aliases.TryGetValue(data.GetType(), out var alias)
        ? alias
        : throw new UnknownEventTypeException(data.GetType().Name);

    /// <exception cref="UnknownEventTypeException">No event or upcast is registered under the alias.</exception>
    /// <exception cref="JsonException">The body does not have the shape that the alias promises.</exception>
    public object Read(StoredEvent stored)
    {
        if (!_readers.TryGetValue(stored.Type, out var read)) throw new UnknownEventTypeException(stored.Type);
        using var document = JsonDocument.Parse(stored.Body);
        return read(document.RootElement);
    }
}

/// <summary>A stream holds an event that this program does not know; it was probably written by a newer one.</summary>
public sealed class UnknownEventTypeException(string type)
    : Exception($"Event type '{type}' is not registered. Register it, or upcast it to a type that is.");
