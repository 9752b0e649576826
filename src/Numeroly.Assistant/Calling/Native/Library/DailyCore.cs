using System.Runtime.InteropServices;

namespace Numeroly.Assistant.Calling.Native.Library;

/// <summary>
/// What we use of Daily's native library, as version 0.23 of its header has it. Commands to a client do not wait: they take a
/// request id and are answered by an event. <see cref="DailyLibrary"/> finds the library and knows whether it has all of these.
/// </summary>
internal static unsafe partial class DailyCore
{
    /// <summary>No lines of its own on our error output, where a room's address or worse could stand.</summary>
    public const int LogNothing = 0;

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_set_log_level")]
    public static partial void SetLogLevel(int level);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_string_free")]
    public static partial void FreeString(nint text);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_create_with_threads")]
    public static partial void CreateContext(ContextDelegate context, WebRtcDelegate webRtc, AboutClient about, nuint workerThreads);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_destroy")]
    public static partial void DestroyContext();

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_create_device_manager")]
    public static partial nint CreateDeviceManager();

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_create_audio_device_module")]
    public static partial nint CreateAudioDeviceModule(nint deviceManager, nint taskQueueFactory);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_device_manager_enumerated_devices")]
    public static partial nint EnumeratedDevices(nint deviceManager);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_device_manager_get_user_media")]
    public static partial nint GetUserMedia(nint deviceManager, nint peerConnectionFactory, nint signaling, nint worker, nint network, nint constraints);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_create_custom_audio_source_with_silence")]
    public static partial AudioSourceHandle CreateAudioSource(int sampleRate, nuint channels);

    /// <returns>Below zero when nothing was taken.</returns>
    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_custom_audio_source_write_frames_async")]
    public static partial int WriteFrames(
        AudioSourceHandle source,
        short* samples,
        int bitsPerSample,
        int sampleRate,
        nuint channels,
        nuint frames,
        ulong requestId,
        delegate* unmanaged<nint, ulong, nuint, void> written,
        nint receiver);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_create_custom_audio_track")]
    public static partial AudioTrackHandle CreateAudioTrack(AudioSourceHandle source);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_custom_audio_track_id")]
    public static partial nint AudioTrackId(AudioTrackHandle track);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_destroy_custom_audio_track")]
    public static partial void DestroyAudioTrack(nint track);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_context_track_release")]
    public static partial void ReleaseTrack(nint trackOrSource);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_create")]
    public static partial ClientHandle CreateClient();

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_destroy")]
    public static partial void DestroyClient(nint client);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_set_delegate")]
    public static partial void SetDelegate(ClientHandle client, ClientDelegate listener);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_update_subscription_profiles", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void UpdateSubscriptionProfiles(ClientHandle client, ulong requestId, string profiles);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_set_user_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetUserName(ClientHandle client, ulong requestId, string userName);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_join", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void Join(ClientHandle client, ulong requestId, string url, string token, string settings);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_leave")]
    public static partial void Leave(ClientHandle client, ulong requestId);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_send_app_message", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SendAppMessage(ClientHandle client, ulong requestId, string message, string? participant);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_start_transcription", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void StartTranscription(ClientHandle client, ulong requestId, string settings);

    [LibraryImport(DailyLibrary.Name, EntryPoint = "daily_core_call_client_set_participant_audio_renderer", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetAudioRenderer(ClientHandle client, ulong requestId, ulong rendererId, string participant, string audioSource, uint sampleRate);
}
