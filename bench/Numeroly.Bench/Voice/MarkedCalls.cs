using Numeroly.Assistant.Calling;

namespace Numeroly.Bench.Voice;

/// <summary>The way into one room, whatever the record says, with the times of what passes there.</summary>
internal sealed class MarkedCalls(ICallTransport transport, Uri room, string token, Action<string, double> note) : ICallTransport
{
    public string Name => transport.Name;

    public ValueTask<string?> WhyNotAsync(CancellationToken cancellation) => transport.WhyNotAsync(cancellation);

    public async Task<ICall> JoinAsync(CallInvitation invitation, CancellationToken cancellation) =>
        new MarkedCall(await transport.JoinAsync(invitation with { RoomUrl = room, Token = token }, cancellation), note);
}
