using Numeroly.StandIn.Calls.Signalling;

namespace Numeroly.StandIn.Calls;

/// <summary>What calls need.</summary>
internal static class CallsServices
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<MeetingSessions>();
        services.AddSingleton<LiveCalls>();
        services.AddSingleton<AppMessages>();
        services.AddSingleton<CaptureAssignment>();
        services.AddSingleton<ResumeKeys>();
        services.AddSingleton<CallSessions>();
        services.AddSingleton<PageRequests>();
        services.AddSingleton<CallBundle>();
    }
}
