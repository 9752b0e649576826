using System.Text.Json.Nodes;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Tokens;

/// <summary>
/// The properties of a meeting token and the short claims they become in the JWT
/// (docs.daily.co, self-signing tokens). For three call-page switches no short name is published; they keep their own.
/// </summary>
internal static class TokenProperties
{
    public static PropertyTable Table { get; } = new()
    {
        { "room_name", Rule.Text() },
        { "user_id", Rule.Text(36) },
        { "user_name", Rule.Text() },
        { "is_owner", Rule.Boolean },
        { "nbf", Rule.UnixTime },
        { "exp", Rule.UnixTime },
        { "eject_at_token_exp", Rule.Boolean },
        { "eject_after_elapsed", Rule.Whole(1) },
        { "enable_recording", KnownValues.RecordingMode },
        { "start_cloud_recording", Rule.Boolean },
        { "start_cloud_recording_opts", Rule.ObjectOf(RecordingStart.Body) },
        { "auto_start_transcription", Rule.Boolean },
        { "permissions", KnownValues.Permissions },
        { "start_video_off", Rule.Boolean },
        { "start_audio_off", Rule.Boolean },
        { "enable_screenshare", Rule.Boolean },
        { "knocking", Rule.Boolean },
        { "enable_terse_logging", Rule.Boolean },
        { "lang", KnownValues.Language },
        { "enable_prejoin_ui", Rule.Boolean },
        { "enable_live_captions_ui", Rule.Boolean },
        { "enable_recording_ui", Rule.Boolean },
        { "close_tab_on_exit", Rule.Boolean },
        { "redirect_on_meeting_exit", Rule.Text() },
        { "intercom_join_alert", Rule.Boolean },
        { "meeting_join_hook", Rule.Text(255) },
    };

    private static readonly Dictionary<string, string> ShortNames = new()
    {
        ["room_name"] = "r", ["user_id"] = "ud", ["user_name"] = "u", ["is_owner"] = "o",
        ["eject_at_token_exp"] = "ejt", ["eject_after_elapsed"] = "eje", ["enable_recording"] = "er",
        ["start_cloud_recording"] = "sr", ["start_cloud_recording_opts"] = "sro", ["auto_start_transcription"] = "ast",
        ["permissions"] = "p", ["start_video_off"] = "vo", ["start_audio_off"] = "ao", ["enable_screenshare"] = "ss",
        ["knocking"] = "k", ["lang"] = "uil", ["enable_recording_ui"] = "erui", ["close_tab_on_exit"] = "ctoe",
        ["redirect_on_meeting_exit"] = "rome", ["intercom_join_alert"] = "ij", ["meeting_join_hook"] = "mjh",
    };

    private static readonly Dictionary<string, string> LongNames = ShortNames.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static JsonObject ToClaims(JsonObject properties, string domainId, DateTimeOffset now)
    {
        var claims = new JsonObject { ["iat"] = now.ToUnixTimeSeconds(), ["d"] = domainId };
        foreach (var (name, value) in properties)
        {
            claims[ShortNames.GetValueOrDefault(name, name)] =
                name == "permissions" ? PermissionClaims.Shorten(value!.AsObject()) : value?.DeepClone();
        }

        return claims;
    }

    /// <summary>The properties in their long names. Claims that are no property (iat, d, a self-signer's own) are left out.</summary>
    public static JsonObject ToProperties(JsonObject claims)
    {
        var properties = new JsonObject();
        foreach (var (claim, value) in claims)
        {
            var name = LongNames.GetValueOrDefault(claim, claim);
            if (!Table.Knows(name)) continue;
            properties[name] = claim == "p" && value is JsonObject permissions ? PermissionClaims.Lengthen(permissions) : value?.DeepClone();
        }

        return properties;
    }
}
