using System.Net;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Events.Conversations;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.ReportingConnection;

public class Reporting_the_connection
{
    [Fact]
    public async Task Only_changes_are_kept()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        (await ReportAsync(alice, id, new { topology = "sfu", quality = "good", bandwidth_kbps = 40, loss_percent = 0.1 })).ShouldBeTrue();
        (await ReportAsync(alice, id, new { topology = "sfu", quality = "good", bandwidth_kbps = 44, loss_percent = 0.4 })).ShouldBeFalse();
        (await ReportAsync(alice, id, new { topology = "sfu", quality = "bad", bandwidth_kbps = 44, loss_percent = 12 })).ShouldBeTrue();

        (await alice.EventsAsync(id)).Count(type => type == "connection_reported").ShouldBe(2);
        (await alice.LookAsync(id)).Connection.ShouldBe(new ConnectionView(Topology.Sfu, NetworkQuality.Bad, 44, 12));
    }

    [Fact]
    public async Task Reports_after_the_end_and_of_others_are_refused()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await ReportAsync(alice, id, new { topology = "sfu", quality = "good" });

        await (await SendAsync(backend.As("bob"), id, new { topology = "sfu", quality = "good" })).ShouldBeProblemAsync(ProblemType.NotFound);
        (await (await SendAsync(alice, id, new { topology = "sfu", quality = "good", loss_percent = 101 })).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe(["loss_percent"]);
        (await (await SendAsync(alice, id, new { topology = "ring", quality = "good" })).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe(["topology"]);
        await alice.EndAsync(id);
        await (await SendAsync(alice, id, new { topology = "peer", quality = "bad" })).ShouldBeProblemAsync(ProblemType.ConversationEnded);
    }

    private static async Task<bool> ReportAsync(ApiClient user, Guid id, object report) =>
        (await (await SendAsync(user, id, report)).ShouldBeAsync<ConnectionReportTaken>(HttpStatusCode.OK)).Changed;

    private static Task<HttpResponseMessage> SendAsync(ApiClient user, Guid id, object report) =>
        user.SendAsync(HttpMethod.Post, $"/conversations/{id}/connection", report);
}
