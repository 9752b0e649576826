using System.Text.RegularExpressions;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Recordings;

/// <summary>What recordings/start, update and stop have in common, and the bodies of the latter two.</summary>
internal static partial class RecordingBodies
{
    public static PropertyRule Type { get; } = Rule.OneOf("cloud", "cloud-audio-only", "raw-tracks");

    public static PropertyRule InstanceId { get; } = Rule.Matching(Uuid(), "a uuid");

    public static PropertyTable Update { get; } = new() { { "layout", Rule.Object }, { "instanceId", InstanceId }, { "type", Type } };

    public static PropertyTable Stop { get; } = new() { { "instanceId", InstanceId }, { "type", Type } };

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uuid();
}
