using System.Text.Json;
using System.Text.Json.Serialization;
using Numeroly.Daily.Reading;
using Numeroly.Daily.Recordings;

namespace Numeroly.Daily.Calls;

internal static class RecordingBody
{
    public static byte[] Start(RecordingOptions options) =>
        JsonSerializer.SerializeToUtf8Bytes(options, DailyJson.Default.RecordingOptions);

    public static byte[] Stop(Guid? instanceId) =>
        JsonSerializer.SerializeToUtf8Bytes(new StopRecordingWire(instanceId), DailyJson.Default.StopRecordingWire);
}

internal sealed record StopRecordingWire([property: JsonPropertyName("instanceId")] Guid? InstanceId);
