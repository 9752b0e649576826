namespace Numeroly.StandIn.Faults;

/// <summary>What faults need.</summary>
internal static class FaultsServices
{
    public static void AddFaults(this IServiceCollection services)
    {
        services.AddSingleton<FaultBook>();
    }
}
