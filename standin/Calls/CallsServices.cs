namespace Numeroly.StandIn.Calls;

/// <summary>What calls need.</summary>
internal static class CallsServices
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<MeetingSessions>();
        services.AddSingleton<LiveCalls>();
    }
}
