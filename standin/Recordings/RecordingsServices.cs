using Numeroly.StandIn.Recordings.Capturing;

namespace Numeroly.StandIn.Recordings;

/// <summary>What recordings need.</summary>
internal static class RecordingsServices
{
    public static void AddRecordings(this IServiceCollection services)
    {
        services.AddSingleton<CloudRecorder>();
        services.AddSingleton<DownloadLinks>();
        services.AddSingleton<CallAudioFiles>();
        services.AddSingleton<CallRecorder>();
    }
}
