using System.Diagnostics.Metrics;

namespace Numeroly.EventStore.Messaging;

internal static class MessagingTelemetry
{
    private static readonly Meter Meter = new("Numeroly.EventStore");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "numeroly.messages.handling.duration", "s", "How long handling a durable message took, by type and outcome.");

    public static void Handled(DurableMessage message, Handled outcome, TimeSpan took) => Duration.Record(
        took.TotalSeconds, new("message.type", message.Type), new("outcome", outcome.GetType().Name));
}
