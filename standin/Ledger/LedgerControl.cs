using Numeroly.StandIn.Rest;

namespace Numeroly.StandIn.Ledger;

/// <summary><c>/standin/ledger</c>: everything that happened; clearing forgets calls and deliveries only.</summary>
internal static class LedgerControl
{
    public static void MapLedger(this IEndpointRouteBuilder control)
    {
        control.MapGet("/ledger", (string? room, LedgerBook ledger) => Results.Json(ledger.Read(room), JsonAnswer.SnakeCase));
        control.MapDelete("/ledger", (LedgerBook ledger) =>
        {
            ledger.Clear();
            return Results.Json(ledger.Read(null).Summary, JsonAnswer.SnakeCase);
        });
    }
}
