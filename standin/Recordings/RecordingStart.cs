using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Recordings;

/// <summary>A wish to record: over REST, or by a token with <c>start_cloud_recording</c>.</summary>
internal sealed record RecordingStart(string Type, string InstanceId, JsonObject? Layout, string? StartedBy, TimeSpan MaxDuration)
{
    /// <summary>The instance Daily uses when none is named.</summary>
    public const string DefaultInstance = "c3df927c-f738-4471-a2b7-066fa7e95a6b";

    private const long DefaultMaxSeconds = 10_800;

    private static readonly PropertyTable Layouts = new()
    {
        { "preset", Rule.OneOf("default", "audio-only", "single-participant", "active-participant", "portrait", "raw-tracks-audio-only", "custom") },
        { "session_id", Rule.Text() },
        { "variant", Rule.Text() },
        { "max_cam_streams", Rule.Whole(1) },
        { "composition_id", Rule.Text() },
        { "composition_params", Rule.Object },
        { "session_assets", Rule.Object },
        { "participants", Rule.Object },
    };

    /// <summary>What the body of recordings/start, and a token's start_cloud_recording_opts, may hold.</summary>
    public static PropertyTable Body { get; } = new()
    {
        { "type", RecordingBodies.Type },
        { "instanceId", RecordingBodies.InstanceId },
        { "layout", Rule.ObjectOf(Layouts) },
        { "width", Rule.Number },
        { "height", Rule.Number },
        { "fps", Rule.Number },
        { "videoBitrate", Rule.Number },
        { "audioBitrate", Rule.Whole(10, 320) },
        { "minIdleTimeOut", Rule.Whole(1) },
        { "maxDuration", Rule.Whole(1, 1_000_000) },
        { "backgroundColor", Rule.Text() },
        { "dataOutputs", Rule.ListOf(Rule.OneOf("event-json", "transcript-webvtt", "chat-webvtt")) },
    };

    public static RecordingStart ByRest(JsonObject body) => Read(body, "cloud", null);

    public static RecordingStart ByToken(string type, JsonObject? options, string sessionId) => Read(options ?? [], type, sessionId);

    public static RecordingStart ByPage(JsonObject options, string sessionId) => Read(options, "cloud", sessionId);

    private static RecordingStart Read(JsonObject options, string type, string? startedBy) => new(
        (string?)options["type"] ?? type,
        (string?)options["instanceId"] ?? DefaultInstance,
        options["layout"]?.DeepClone().AsObject(),
        startedBy,
        TimeSpan.FromSeconds(Rule.WholeNumber(options["maxDuration"]) ?? DefaultMaxSeconds));
}
