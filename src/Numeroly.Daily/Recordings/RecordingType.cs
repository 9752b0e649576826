using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numeroly.Daily.Recordings;

/// <summary>The kinds of recording Daily makes.</summary>
public enum RecordingType
{
    /// <summary>Sound and picture in one file, in the cloud.</summary>
    Cloud,

    /// <summary>Sound only, in the cloud.</summary>
    CloudAudioOnly,

    /// <summary>On the participant's own machine.</summary>
    Local,

    /// <summary>One file per track, in a bucket of ours.</summary>
    RawTracks,
}

/// <summary>Daily's words for the kinds. One that we do not know reads as none.</summary>
internal sealed class RecordingTypeJson : JsonConverter<RecordingType?>
{
    public static RecordingType? Parse(string? word) => word switch
    {
        "cloud" => RecordingType.Cloud,
        "cloud-audio-only" => RecordingType.CloudAudioOnly,
        "local" => RecordingType.Local,
        "raw-tracks" => RecordingType.RawTracks,
        _ => null,
    };

    public override RecordingType? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Parse(reader.GetString());
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, RecordingType? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value switch
        {
            RecordingType.Cloud => "cloud",
            RecordingType.CloudAudioOnly => "cloud-audio-only",
            RecordingType.Local => "local",
            RecordingType.RawTracks => "raw-tracks",
            _ => throw new JsonException($"There is no recording type {value}."),
        });
}
