using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numeroly.Daily.Rooms;

/// <summary>What a participant may do in a call: https://docs.daily.co/reference/rest-api/meeting-tokens/config.</summary>
public sealed record CallPermissions
{
    /// <summary>Whether others see the participant.</summary>
    [JsonPropertyName("hasPresence")]
    public bool? HasPresence { get; init; }

    /// <summary>Of <c>audio</c>, <c>video</c>, <c>screenAudio</c>, <c>screenVideo</c>.</summary>
    [JsonPropertyName("canSend")]
    public Grant? CanSend { get; init; }

    /// <summary>Of <c>participants</c>, <c>streaming</c>, <c>transcription</c>.</summary>
    [JsonPropertyName("canAdmin")]
    public Grant? CanAdmin { get; init; }
}

/// <summary>All, none, or only some of what a permission is about.</summary>
public sealed class Grant
{
    private Grant(bool all, IReadOnlyList<string> names) => (All, Names) = (all, names);

    public static Grant Everything { get; } = new(all: true, []);

    public static Grant Nothing { get; } = new(all: false, []);

    public bool All { get; }

    /// <summary>What is granted when not all is.</summary>
    public IReadOnlyList<string> Names { get; }

    public static Grant Only(params IEnumerable<string> names) => new(all: false, [.. names]);

    public override string ToString() => All ? "everything" : Names.Count == 0 ? "nothing" : string.Join(", ", Names);
}

/// <summary>Daily writes a grant as a boolean or as a list of names.</summary>
internal sealed class GrantJson : JsonConverter<Grant>
{
    public override Grant? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.ValueKind switch
        {
            JsonValueKind.True => Grant.Everything,
            JsonValueKind.False => Grant.Nothing,
            JsonValueKind.Array => Grant.Only(value.RootElement.EnumerateArray()
                .Where(name => name.ValueKind == JsonValueKind.String)
                .Select(name => name.GetString()!)),
            _ => null,
        };
    }

    public override void Write(Utf8JsonWriter writer, Grant value, JsonSerializerOptions options)
    {
        if (value.All || value.Names.Count == 0)
        {
            writer.WriteBooleanValue(value.All);
            return;
        }

        writer.WriteStartArray();
        foreach (var name in value.Names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
