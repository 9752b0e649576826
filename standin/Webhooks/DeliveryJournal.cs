using Numeroly.StandIn.Ledger;

namespace Numeroly.StandIn.Webhooks;

/// <summary>All tries to deliver a webhook.</summary>
internal sealed class DeliveryJournal(StandInOptions options) : Journal<Delivery>(options.LedgerLimit);
