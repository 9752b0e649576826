namespace Numeroly.StandIn.State;

/// <summary>What the state needs.</summary>
internal static class StateServices
{
    public static void AddState(this IServiceCollection services)
    {
        services.AddSingleton<StandInState>();
        services.AddSingleton<Agenda>();
        services.AddHostedService<SnapshotKeeper>();
    }
}
