using System.Text.Json.Serialization;

namespace Numeroly.Daily.Recordings;

/// <summary>
/// How to record: the body of <c>recordings/start</c> and the options in a token.
/// https://docs.daily.co/reference/rest-api/rooms/recordings/start.
/// </summary>
public sealed record RecordingOptions
{
    [JsonPropertyName("type")]
    public RecordingType? Type { get; init; }

    /// <summary>Names the recording among those of one call. Comes back in webhooks, also where they leave the room out.</summary>
    [JsonPropertyName("instanceId")]
    public Guid? InstanceId { get; init; }

    [JsonPropertyName("layout")]
    public RecordingLayout? Layout { get; init; }

    /// <summary>10 to 320 kbit/s.</summary>
    [JsonPropertyName("audioBitrate")]
    public int? AudioBitrateKbps { get; init; }

    /// <summary>Recording stops after this long without anybody; Daily's default is 5 minutes. Whole seconds.</summary>
    [JsonPropertyName("minIdleTimeOut")]
    public TimeSpan? MinIdleTimeout { get; init; }

    /// <summary>Recording stops after this long in any case; Daily's default is 3 hours. Whole seconds.</summary>
    [JsonPropertyName("maxDuration")]
    public TimeSpan? MaxDuration { get; init; }
}

/// <summary>What the recording shows.</summary>
/// <param name="Preset">Daily's word, such as <c>audio-only</c>.</param>
public sealed record RecordingLayout([property: JsonPropertyName("preset")] string Preset)
{
    public static RecordingLayout Default { get; } = new("default");

    public static RecordingLayout AudioOnly { get; } = new("audio-only");
}
