using System.Text.RegularExpressions;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Rooms;

/// <summary>
/// Everything a room's <c>properties</c> may hold, with Daily's defaults; a room's <c>config</c> shows what differs
/// from them. <c>record_on_start</c> is not among them: it belongs to another vendor and Daily refuses it.
/// </summary>
internal static partial class RoomProperties
{
    public static PropertyTable Table { get; } = new()
    {
        { "nbf", Rule.UnixTime },
        { "exp", Rule.UnixTime },
        { "eject_at_room_exp", Rule.Boolean, false },
        { "eject_after_elapsed", Rule.Whole(1) },
        { "max_participants", Rule.Whole(1, 200), 200 },
        { "enforce_unique_user_ids", Rule.Boolean, false },
        { "enable_recording", KnownValues.RecordingMode },
        { "recordings_bucket", Rule.OrNull(Rule.Object) },
        { "recordings_template", Rule.Matching(TemplateWithEpochTime(), "at most 1024 characters with {epoch_time} among them") },
        { "enable_transcription_storage", Rule.Boolean, false },
        { "transcription_bucket", Rule.OrNull(Rule.Object) },
        { "transcription_template", Rule.Text(1024) },
        { "auto_transcription_settings", Rule.Object },
        { "permissions", KnownValues.Permissions },
        { "geo", Rule.OrNull(KnownValues.Geo) },
        { "lang", KnownValues.Language, "en" },
        { "start_video_off", Rule.Boolean, false },
        { "start_audio_off", Rule.Boolean, false },
        { "enable_screenshare", Rule.Boolean, true },
        { "enable_knocking", Rule.Boolean },
        { "sfu_switchover", Rule.Number, 0.5 },
        { "enable_mesh_sfu", Rule.Boolean },
        { "enable_adaptive_simulcast", Rule.Boolean, true },
        { "enable_multiparty_adaptive_simulcast", Rule.Boolean, false },
        { "experimental_optimize_large_calls", Rule.Boolean },
        { "enable_terse_logging", Rule.Boolean, false },
        { "enable_hidden_participants", Rule.Boolean, false },
        { "owner_only_broadcast", Rule.Boolean, false },
        { "meeting_join_hook", Rule.Text(255) },
        { "rtmp_geo", Rule.Text() },
        { "disable_rtmp_geo_fallback", Rule.Boolean, false },
        { "streaming_endpoints", Rule.OrNull(Rule.ListOf(Rule.Object)) },
        { "sip", Rule.OrNull(Rule.Object) },
        { "enable_dialout", Rule.Boolean, false },
        { "dialout_config", Rule.Object },
        { "enable_chat", Rule.Boolean, false },
        { "enable_advanced_chat", Rule.Boolean, false },
        { "enable_shared_chat_history", Rule.Boolean, true },
        { "enable_prejoin_ui", Rule.Boolean },
        { "enable_people_ui", Rule.Boolean },
        { "enable_pip_ui", Rule.Boolean },
        { "enable_network_ui", Rule.Boolean },
        { "enable_emoji_reactions", Rule.Boolean },
        { "enable_hand_raising", Rule.Boolean },
        { "enable_live_captions_ui", Rule.Boolean },
        { "enable_noise_cancellation_ui", Rule.Boolean },
        { "enable_video_processing_ui", Rule.Boolean, true },
        { "enable_breakout_rooms", Rule.Boolean },
        { "enable_cpu_warning_notifications", Rule.Boolean },
    };

    [GeneratedRegex(@"^(?=.*\{epoch_time\}).{1,1024}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TemplateWithEpochTime();
}
