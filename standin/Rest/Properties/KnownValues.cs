namespace Numeroly.StandIn.Rest.Properties;

/// <summary>Values that rooms and tokens share.</summary>
internal static class KnownValues
{
    /// <summary>Languages of Daily's own call page. Vietnamese is not among them; `jp` is Daily's spelling.</summary>
    public static PropertyRule Language { get; } = Rule.OneOf(
        "da", "de", "en", "es", "fi", "fr", "it", "jp", "ka", "nl", "no", "pt", "pt-BR", "pl", "ru", "sv", "tr", "user");

    public static PropertyRule RecordingMode { get; } = Rule.OneOf("cloud", "cloud-audio-only", "local", "raw-tracks");

    private static readonly PropertyRule Media = Rule.OneOf("video", "audio", "screenVideo", "screenAudio", "customVideo", "customAudio");

    public static PropertyRule Permissions { get; } = Rule.ObjectOf(new PropertyTable
    {
        { "hasPresence", Rule.Boolean },
        { "canSend", Rule.Either(Rule.Boolean, Rule.ListOf(Media)) },
        { "canReceive", Rule.Object },
        { "canAdmin", Rule.Either(Rule.Boolean, Rule.ListOf(Rule.OneOf("participants", "streaming", "transcription"))) },
    });

    public static PropertyRule Geo { get; } = Rule.OneOf(
        "af-south-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2", "ap-south-1",
        "eu-central-1", "eu-west-2", "sa-east-1", "us-east-1", "us-west-2");
}
