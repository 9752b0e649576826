using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Numeroly.Daily.Calls;

/// <summary>The body of <c>send-app-message</c>: the message in its own shape, inside Daily's.</summary>
internal static class AppMessageBody
{
    public static ReadOnlyMemory<byte> Write<TMessage>(TMessage message, JsonTypeInfo<TMessage> shape, string recipient)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data");
            JsonSerializer.Serialize(writer, message, shape);
            writer.WriteString("recipient", recipient);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
