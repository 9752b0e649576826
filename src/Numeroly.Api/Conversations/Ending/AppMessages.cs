using System.Text.Json.Serialization;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>What the backend sends to the apps in a call.</summary>
/// <param name="Seq">The conversation's version, so that an app sees gaps and repetitions.</param>
public sealed record AppMessage<TData>(string Type, TData Data, long Seq);

/// <summary>The data of <c>conversation_ended</c>.</summary>
public sealed record ConversationEndedData(Guid ConversationId, EndCause Cause);

/// <summary>App messages have the story's camelCase field names, unlike the HTTP API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(SnakeCaseEnum)])]
[JsonSerializable(typeof(AppMessage<ConversationEndedData>))]
internal sealed partial class AppMessageJson : JsonSerializerContext;

/// <summary>Enum values as the HTTP API writes them.</summary>
internal sealed class SnakeCaseEnum() : JsonStringEnumConverter<EndCause>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower);
