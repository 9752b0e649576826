using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Numeroly.Api.Conversations;
using Numeroly.Daily.Webhooks;
using Numeroly.World;

namespace Numeroly.Api.Tests.Webhooks;

/// <summary>Posts webhooks as Daily does, or as someone who pretends to be Daily.</summary>
public sealed class WebhookSender(Backend backend)
{
    private static readonly HttpClient Http = new();

    private readonly byte[] _key = Convert.FromBase64String(backend.Node.Services.GetRequiredService<IOptions<WebhookVerification>>().Value.Hmac);

    public async Task<HttpResponseMessage> SendAsync(object body, DateTimeOffset? at = null, Func<string, string>? alter = null, byte[]? key = null, Uri? node = null)
    {
        var text = body as string ?? JsonSerializer.Serialize(body);
        var timestamp = (at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeMilliseconds().ToString();
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key ?? _key, Encoding.UTF8.GetBytes($"{timestamp}.{text}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node ?? backend.Node.Address, "/webhooks/daily"))
        {
            Content = new StringContent(alter?.Invoke(text) ?? text, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(WebhookHeaders.SignatureName, signature);
        request.Headers.Add(WebhookHeaders.TimestampName, timestamp);
        return await Http.SendAsync(request);
    }

    public async Task<IReadOnlyList<string>> VerdictsAsync() =>
        await backend.Database.QueryAsync<string>("select verdict from durable.webhook_deliveries order by received_at, id");
}

/// <summary>The happenings of one call as Daily tells them, each under a fresh id of its own unless one is given.</summary>
public sealed class CallNews(Guid conversation, string userId)
{
    private static readonly double Start = 1_790_000_000.25;

    private string Session => $"session-{conversation}";

    public object Joined(string? id = null) => Event("participant.joined", id, new
    {
        joined_at = Start, session_id = Session, room = Rooms.NameOf(conversation), user_id = Rooms.ParticipantId(userId), user_name = "", owner = false, will_eject_at = (double?)null,
    });

    public object Left(string? id = null) => Event("participant.left", id, new
    {
        joined_at = Start, duration = 61.5, session_id = Session, room = Rooms.NameOf(conversation), user_id = Rooms.ParticipantId(userId), user_name = "", owner = false,
    });

    public object MeetingEnded(string? id = null) => Event("meeting.ended", id, new
    {
        start_ts = Start, end_ts = Start + 65, meeting_id = $"meeting-{conversation}", room = Rooms.NameOf(conversation),
    });

    public object RecordingStarted(string? id = null) => Event("recording.started", id, new
    {
        action = "start-cloud-recording", recording_id = $"rec-{conversation}", instance_id = conversation, start_ts = Start + 2, started_by = Session,
    });

    public object RecordingReady(string? id = null) => Event("recording.ready-to-download", id, new
    {
        type = "cloud-audio-only", recording_id = $"rec-{conversation}", room_name = Rooms.NameOf(conversation), start_ts = Start + 2, status = "finished", duration = 59, s3_key = "x",
    });

    public object RecordingFailed(string? id = null) => Event("recording.error", id, new
    {
        action = "cloud-recording-error", error_msg = "no more disk", instance_id = conversation, room_name = Rooms.NameOf(conversation), timestamp = ((long)Start).ToString(),
    });

    private static object Event(string type, string? id, object payload) => new
    {
        version = "1.0.0", type, id = id ?? $"{type}-{Guid.NewGuid():N}", payload, event_ts = Start + 70.125, an_unknown_field = new { },
    };
}
