using System.Threading.Channels;

namespace Numeroly.StandIn.Webhooks;

/// <summary>
/// Queues of events about to be sent. With one lane everything goes out in the order in which it happened; with
/// more, a room always keeps to one lane and so to its own order.
/// </summary>
internal sealed class DeliveryLanes(StandInOptions options)
{
    private readonly Channel<WebhookEvent>[] _lanes =
        [.. Enumerable.Range(0, options.WebhookLanes).Select(_ => Channel.CreateUnbounded<WebhookEvent>(new() { SingleReader = true }))];

    public IEnumerable<ChannelReader<WebhookEvent>> Readers => _lanes.Select(lane => lane.Reader);

    public void Enqueue(WebhookEvent e) => _lanes[(uint)StringComparer.Ordinal.GetHashCode(e.Room) % _lanes.Length].Writer.TryWrite(e);
}
