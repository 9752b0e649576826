using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Tokens;

/// <summary>What a meeting token says, in the terms of the join rules.</summary>
internal sealed record MeetingToken
{
    public string? RoomName { get; init; }

    public string? UserId { get; init; }

    public string? UserName { get; init; }

    public bool IsOwner { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public bool EjectsAtExpiry { get; init; }

    public long? EjectAfterSeconds { get; init; }

    public bool StartsCloudRecording { get; init; }

    public JsonObject? CloudRecordingOptions { get; init; }

    /// <summary>Counts for owners only.</summary>
    public bool StartsTranscription { get; init; }

    public string? EnabledRecording { get; init; }

    public JsonObject? Permissions { get; init; }

    /// <summary>
    /// Reads a token by its signature, domain and issue time alone, so that a self-signed one is as good as an
    /// issued one; null if it is not this domain's. Whether it may be used now is the reader's question.
    /// </summary>
    public static MeetingToken? Read(string token, StandInOptions options) =>
        ClaimsOf(token, options) is { } claims ? FromProperties(TokenProperties.ToProperties(claims)) : null;

    public static JsonObject? ClaimsOf(string token, StandInOptions options) =>
        Jwt.Verify(token, options.ApiKey) is { } claims
        && Rule.Text()("d", claims["d"]) is null && (string?)claims["d"] == options.DomainId
        && Rule.WholeNumber(claims["iat"]) is not null
        && TokenProperties.Table.Problem(TokenProperties.ToProperties(claims)) is null
            ? claims
            : null;

    private static MeetingToken FromProperties(JsonObject properties) => new()
    {
        RoomName = (string?)properties["room_name"],
        UserId = (string?)properties["user_id"],
        UserName = (string?)properties["user_name"],
        IsOwner = (bool?)properties["is_owner"] ?? false,
        NotBefore = Time(properties["nbf"]),
        ExpiresAt = Time(properties["exp"]),
        EjectsAtExpiry = (bool?)properties["eject_at_token_exp"] ?? false,
        EjectAfterSeconds = Rule.WholeNumber(properties["eject_after_elapsed"]),
        StartsCloudRecording = (bool?)properties["start_cloud_recording"] ?? false,
        StartsTranscription = (bool?)properties["auto_start_transcription"] ?? false,
        CloudRecordingOptions = properties["start_cloud_recording_opts"]?.DeepClone().AsObject(),
        EnabledRecording = (string?)properties["enable_recording"],
        Permissions = properties["permissions"]?.DeepClone().AsObject(),
    };

    private static DateTimeOffset? Time(JsonNode? seconds) =>
        Rule.WholeNumber(seconds) is { } s ? UnixTime.FromSeconds(s) : null;
}
