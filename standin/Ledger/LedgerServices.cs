namespace Numeroly.StandIn.Ledger;

/// <summary>What the ledger needs.</summary>
internal static class LedgerServices
{
    public static void AddLedger(this IServiceCollection services)
    {
        services.AddSingleton<CallJournal>();
        services.AddSingleton<LedgerBook>();
    }
}
