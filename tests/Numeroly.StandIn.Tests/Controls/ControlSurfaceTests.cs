using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Controls;

public sealed class ControlSurfaceTests
{
    [Fact]
    public async Task The_page_lists_the_controls_for_people_and_for_programs()
    {
        await using var daily = await TestStandIn.StartAsync();
        using var page = await daily.Server.Control.GetAsync("/standin", TestContext.Current.CancellationToken);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/standin");
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await daily.Server.Control.SendAsync(request, TestContext.Current.CancellationToken);
        var controls = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["controls"]!.AsArray();

        controls.Count.ShouldBeGreaterThan(10);
        foreach (var control in controls) html.ShouldContain((string)control!["path"]!);
    }

    [Fact]
    public async Task Every_example_on_the_page_works()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.RecordingDelay = TimeSpan.FromHours(1));
        await using var receiver = await WebhookReceiver.StartAsync();
        await daily.RegisterAsync(receiver);
        await daily.RoomAsync();
        await daily.JoinAsync();
        await daily.PostAsync("/v1/rooms/demo/recordings/start");
        var recording = (string)(await daily.RecordingAsync("in-progress"))["id"]!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/standin");
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await daily.Server.Control.SendAsync(request, TestContext.Current.CancellationToken);
        var controls = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["controls"]!.AsArray();

        foreach (var control in controls)
        {
            var path = ((string)control!["path"]!).Replace("{id}", recording);
            var done = await daily.SendAsync(HttpMethod.Parse((string)control["method"]!), path, control["body"]?.ToJsonString());
            done.Status.ShouldBe(200, $"{control["method"]} {path}");
        }
    }

    [Fact]
    public async Task Health_says_ok()
    {
        await using var daily = await TestStandIn.StartAsync();
        ((string)(await daily.GetAsync("/standin/health")).ShouldSucceed()["status"]!).ShouldBe("ok");
    }

    [Fact]
    public async Task Calls_from_another_machine_are_refused()
    {
        if (OwnAddress() is not { } address)
        {
            Assert.Skip("this machine has no address but loopback");
            return;
        }

        await using var daily = await TestStandIn.StartAsync(o => o.Address = "0.0.0.0");
        using var client = new HttpClient { BaseAddress = new Uri($"http://{address}:{daily.Server.BaseUrl.Port}") };

        using var refused = await client.GetAsync("/standin/ledger", TestContext.Current.CancellationToken);
        using var api = await client.GetAsync("/v1/rooms", TestContext.Current.CancellationToken);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        api.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Calls_that_a_tunnel_brings_here_are_refused(string header, string value)
    {
        await using var daily = await TestStandIn.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/standin/ledger");
        request.Headers.Add(header, value);
        using var answer = await daily.Server.Control.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Misspelt_control_bodies_are_refused()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        (await daily.TryJoinAsync("demo", """{"userId":"an"}""")).ShouldRefuse(400, "invalid-request-error", "invalid property name 'userId'");
    }

    private static IPAddress? OwnAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(i => i.OperationalStatus == OperationalStatus.Up)
        .SelectMany(i => i.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
}
