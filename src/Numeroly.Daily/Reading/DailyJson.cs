using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Numeroly.Daily.Calls;
using Numeroly.Daily.Domain;
using Numeroly.Daily.Meetings;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Resilience;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tokens;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Daily.Reading;

/// <summary>
/// The JSON of Daily's API. Lenient in what it reads, since shapes vary between pages, versions and events:
/// unknown fields are passed over, missing ones are null, and scalars may come in any of their spellings.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(LenientText), typeof(LenientInteger), typeof(LenientFlag), typeof(LenientMoment), typeof(LenientSeconds),
        typeof(RecordingTypeJson), typeof(GrantJson),
    ])]
[JsonSerializable(typeof(ErrorWire))]
[JsonSerializable(typeof(RoomWire))]
[JsonSerializable(typeof(ListWire<RoomWire>))]
[JsonSerializable(typeof(NewRoomWire))]
[JsonSerializable(typeof(NewTokenWire))]
[JsonSerializable(typeof(TokenWire))]
[JsonSerializable(typeof(RecordingWire))]
[JsonSerializable(typeof(ListWire<RecordingWire>))]
[JsonSerializable(typeof(RecordingLinkWire))]
[JsonSerializable(typeof(RecordingOptions))]
[JsonSerializable(typeof(StopRecordingWire))]
[JsonSerializable(typeof(AppMessageWire))]
[JsonSerializable(typeof(EjectWire))]
[JsonSerializable(typeof(EjectedWire))]
[JsonSerializable(typeof(ListWire<PresentWire>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<PresentWire>>))]
[JsonSerializable(typeof(ListWire<MeetingWire>))]
[JsonSerializable(typeof(MeetingWire))]
[JsonSerializable(typeof(ListWire<MeetingParticipantWire>))]
[JsonSerializable(typeof(DomainWire))]
[JsonSerializable(typeof(WebhookWire))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(WebhookSettingsWire))]
[JsonSerializable(typeof(EnvelopeWire))]
[JsonSerializable(typeof(PayloadWire))]
internal sealed partial class DailyJson : JsonSerializerContext;

/// <summary>The body of every list.</summary>
internal sealed record ListWire<TWire>(int? TotalCount, IReadOnlyList<TWire>? Data)
    where TWire : class
{
    /// <summary>One page; the next begins after the last item when this one is full.</summary>
    public Page<T> ToPage<T>(PageRequest asked, Func<TWire, T> item, Func<T, string> id)
    {
        var items = Data.Each(item);
        var next = items is [.., var last] && items.Count >= asked.Limit ? asked with { StartingAfter = id(last) } : null;
        return new(items, TotalCount, next);
    }
}
