using Numeroly.StandIn.Recordings.Capturing;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary><c>/standin/call/signalling</c>: where pages connect. Open to other machines, since a phone may be one.</summary>
internal static class SignallingEndpoint
{
    // The browser answers by itself; a page that is gone without a word is noticed by its silence.
    private static readonly WebSocketAcceptContext Accepting = new()
    {
        KeepAliveInterval = TimeSpan.FromSeconds(4), KeepAliveTimeout = TimeSpan.FromSeconds(8),
    };

    public static void MapSignalling(this IEndpointRouteBuilder app) => app.Map(CallPaths.Signalling, ServeAsync);

    private static async Task ServeAsync(
        HttpContext http, CallSessions sessions, PageRequests requests, CallRecorder recorder, StandInState state, IHostApplicationLifetime lifetime)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await Refusal.InvalidRequest("this address takes WebSockets only").ExecuteAsync(http);
            return;
        }

        using var webSocket = await http.WebSockets.AcceptWebSocketAsync(Accepting);
        using var socket = new SignallingSocket(webSocket);
        var conversation = new PageConversation(socket, sessions, requests, recorder, state);
        try
        {
            await socket.RunAsync(conversation, lifetime.ApplicationStopping);
        }
        finally
        {
            conversation.Ended();
        }
    }
}
