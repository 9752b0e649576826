using System.Net;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Signalling;

public sealed class CallBundleTests
{
    private const string Path = "/standin/call/call-machine-object-bundle.js";

    [Fact]
    public async Task The_bundle_is_served_to_any_page_and_asked_for_anew_each_time()
    {
        using var folder = new TemporaryFolder();
        var file = System.IO.Path.Combine(folder.Path, "bundle.js");
        await File.WriteAllTextAsync(file, "var machine = 1;", TestContext.Current.CancellationToken);
        await using var daily = await TestStandIn.StartAsync(o => o.CallBundle = file);
        using var answer = await daily.Server.Control.GetAsync(Path, TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("var machine = 1;");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task A_bundle_that_is_not_built_is_said_to_be_and_everything_else_works()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.CallBundle = "/nowhere/bundle.js");
        var answer = await daily.GetAsync(Path);
        answer.ShouldRefuse(503, "call-machine-missing");
        answer.Info!.ShouldContain("npm run build -w @numeroly/call-machine");

        await daily.RoomAsync();
        await daily.JoinAsync();
    }

    [Fact]
    public async Task Pages_elsewhere_reach_the_call_but_not_the_controls()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.CallBundle = "/nowhere/bundle.js");
        foreach (var (path, status) in new[] { (Path, HttpStatusCode.ServiceUnavailable), ("/standin/calls", HttpStatusCode.Forbidden) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            using var answer = await daily.Server.Control.SendAsync(request, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(status);
        }
    }
}
