using System.Text.Json;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Daily.Tests;

/// <summary>Bodies as Daily sends them.</summary>
internal static class Samples
{
    public const string Room = """
        {"id":"b1f5","name":"r1","api_created":true,"privacy":"private","url":"https://numeroly.daily.co/r1",
         "created_at":"2026-11-22T08:59:58.123Z",
         "config":{"exp":1795341600,"max_participants":3,"enable_recording":"cloud-audio-only","start_video_off":true}}
        """;

    public const string Recording = """
        {"id":"rec1","room_name":"r1","start_ts":1795338000,"status":"finished","max_participants":2,"duration":61,
         "share_token":"abc","s3key":"numeroly/r1/1795338000000","mtgSessionId":"m1","tracks":null,"type":"cloud-audio-only","isVttEnabled":false}
        """;

    public const string Meeting = """
        {"id":"m1","room":"r1","start_time":1795338000,"duration":62,"ongoing":false,"max_participants":2,
         "participants":[{"participant_id":"s1","user_id":"u1","user_name":"Lan","join_time":1795338001,"duration":60}]}
        """;

    public const string Webhook = """
        {"uuid":"w1","url":"https://api.numeroly.example/webhooks/daily","hmac":"c2VjcmV0LWhtYWMta2V5","basicAuth":"dXNlcjpwYXNz",
         "retryType":"exponential","eventTypes":["participant.joined","participant.left"],"state":"ACTIVE","failedCount":0,
         "lastMomentPushed":null,"domainId":"d1","createdAt":"2026-11-22T08:00:00.000Z","updatedAt":"2026-11-22T08:00:00.000Z"}
        """;

    public static JsonElement Message { get; } = JsonElement.Parse("""{"type":"processing_status","seq":4}""");

    public static WebhookSettings Settings { get; } = new(
        new Uri("https://api.numeroly.example/webhooks/daily"),
        ["participant.joined", "participant.left"])
    {
        Hmac = new Secret("c2VjcmV0LWhtYWMta2V5"),
        BasicAuth = new Secret("dXNlcjpwYXNz"),
    };

    public static string List(params string[] items) => $$"""{"total_count":{{items.Length}},"data":[{{string.Join(',', items)}}]}""";
}
