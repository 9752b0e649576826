using System.Text.Json.Nodes;
using Numeroly.Daily.Calls;
using Numeroly.Daily.Domain;
using Numeroly.Daily.Meetings;
using Numeroly.Daily.Reading;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tokens;
using Numeroly.Daily.Webhooks;
using Refit;

namespace Numeroly.Daily.Requests;

/// <summary>
/// Daily's REST API in its own words: https://docs.daily.co/reference/rest-api. Each request carries the
/// <see cref="DailyCall"/> it belongs to, by which the handlers know what may be done with it.
/// </summary>
internal interface IDailyApi
{
    [Get("/")]
    Task<DomainWire> GetDomain([Property] DailyCall call, CancellationToken cancellation);

    [Post("/rooms")]
    Task<RoomWire> CreateRoom([Body] NewRoomWire room, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/rooms/{name}")]
    Task<RoomWire> GetRoom(PathPart name, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/rooms")]
    Task<ListWire<RoomWire>> ListRooms([Query] PageRequest page, [Property] DailyCall call, CancellationToken cancellation);

    [Delete("/rooms/{name}")]
    Task DeleteRoom(PathPart name, [Property] DailyCall call, CancellationToken cancellation);

    [Post("/meeting-tokens")]
    Task<TokenWire> CreateToken([Body] NewTokenWire token, [Property] DailyCall call, CancellationToken cancellation);

    [Post("/rooms/{room}/send-app-message")]
    Task SendAppMessage(PathPart room, [Body] AppMessageWire message, [Property] DailyCall call, CancellationToken cancellation);

    [Post("/rooms/{room}/eject")]
    Task<EjectedWire> Eject(PathPart room, [Body] EjectWire ejection, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/rooms/{room}/presence")]
    Task<ListWire<PresentWire>> GetPresence(PathPart room, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/presence")]
    Task<Dictionary<string, IReadOnlyList<PresentWire>>> GetPresenceEverywhere([Property] DailyCall call, CancellationToken cancellation);

    [Post("/rooms/{room}/recordings/start")]
    Task StartRecording(PathPart room, [Body] RecordingOptions options, [Property] DailyCall call, CancellationToken cancellation);

    [Post("/rooms/{room}/recordings/stop")]
    Task StopRecording(PathPart room, [Body] StopRecordingWire which, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/recordings")]
    Task<ListWire<RecordingWire>> ListRecordings(
        [AliasAs("room_name")] string? room, [Query] PageRequest page, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/recordings/{id}")]
    Task<RecordingWire> GetRecording(PathPart id, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/recordings/{id}/access-link")]
    Task<RecordingLinkWire> GetRecordingLink(
        PathPart id, [AliasAs("valid_for_secs")] TimeSpan? validFor, [Property] DailyCall call, CancellationToken cancellation);

    [Delete("/recordings/{id}")]
    Task DeleteRecording(PathPart id, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/meetings")]
    Task<ListWire<MeetingWire>> ListMeetings(
        [Query] MeetingFilter filter, [Query] PageRequest page, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/meetings/{id}")]
    Task<MeetingWire> GetMeeting(PathPart id, [Property] DailyCall call, CancellationToken cancellation);

    [Get("/meetings/{id}/participants")]
    Task<ListWire<MeetingParticipantWire>> ListParticipants(
        PathPart id,
        int limit,
        [AliasAs("joined_after")] string? joinedAfter,
        [Property] DailyCall call,
        CancellationToken cancellation);

    [Get("/webhooks")]
    Task<JsonNode> ListWebhooks([Property] DailyCall call, CancellationToken cancellation);

    [Get("/webhooks/{uuid}")]
    Task<JsonNode> GetWebhook(PathPart uuid, [Property] DailyCall call, CancellationToken cancellation);

    [Post("/webhooks")]
    Task<JsonNode> CreateWebhook([Body] WebhookSettingsWire settings, [Property] DailyCall call, CancellationToken cancellation);

    [Post("/webhooks/{uuid}")]
    Task<JsonNode> UpdateWebhook(
        PathPart uuid, [Body] WebhookSettingsWire settings, [Property] DailyCall call, CancellationToken cancellation);

    [Delete("/webhooks/{uuid}")]
    Task DeleteWebhook(PathPart uuid, [Property] DailyCall call, CancellationToken cancellation);
}
