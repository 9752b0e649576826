using System.Net;
using System.Net.Sockets;
using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Resilience;

public sealed class Connecting
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_too_busy_to_take_the_connection_has_certainly_done_nothing()
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Listen(backlog: 0);
        var address = (IPEndPoint)server.LocalEndPoint!;
        using var queued = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await queued.ConnectAsync(address, Token);

        await using var daily = await DailyUnderTest.StartAsync(options =>
        {
            options.ApiUrl = new Uri($"http://{address}/v1");
            options.AttemptTimeout = TimeSpan.FromMilliseconds(400);
            options.Retries = 0;
        });
        var sent = await daily.Client.Calls.SendAppMessageAsync("r1", Samples.Message, "*", Token);

        var failure = sent.Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(DailyFailureKind.Unavailable);
        failure.MayHaveHappened.ShouldBeFalse();
    }
}
