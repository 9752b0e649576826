using System.Text.Json.Nodes;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class AppMessagesTests
{
    private const string Path = "/v1/rooms/demo/send-app-message";

    [Fact]
    public async Task A_message_reaches_everybody_or_the_one_it_is_for()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        var an = await daily.JoinAsync("demo", "an");
        var binh = await daily.JoinAsync("demo", "binh");

        (await daily.PostAsync(Path, """{"data":{"text":"chào cả nhà"}}""")).ShouldSucceed().Body!.ToJsonString().ShouldBe("""{"sent":"true"}""");
        (await daily.PostAsync(Path, $$"""{"data":"chỉ mình An","recipient":"{{an}}"}""")).ShouldSucceed();

        var inside = await daily.InsideAsync();
        Messages(inside, an).ShouldBe(["""{"text":"chào cả nhà"}""", "\"chỉ mình An\""]);
        Messages(inside, binh).ShouldBe(["""{"text":"chào cả nhà"}"""]);
        var noted = (await daily.LedgerAsync("demo"))["app_messages"]!.AsArray();
        noted.Select(m => (string)m!["to"]!).ShouldBe(["*", an]);
        noted[0]!["reached"]!.AsArray().Count.ShouldBe(2);
        ((string)noted[0]!["data"]!["text"]!).ShouldBe("chào cả nhà");
    }

    [Fact]
    public async Task Data_may_have_4096_characters_of_JSON_and_no_more()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync();
        (await daily.PostAsync(Path, $$"""{"data":"{{new string('ợ', 4094)}}"}""")).ShouldSucceed();
        (await daily.PostAsync(Path, $$"""{"data":"{{new string('ợ', 4095)}}"}""")).ShouldRefuse(400, "invalid-request-error");
    }

    [Theory]
    [InlineData("{}", "data is missing")]
    [InlineData("""{"data":1,"to":"*"}""", "invalid property name 'to'")]
    [InlineData("""{"data":1,"recipient":7}""", "recipient was '7' but should be a string")]
    public async Task Other_bodies_are_refused(string body, string info)
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync();
        (await daily.PostAsync(Path, body)).ShouldRefuse(400, "invalid-request-error", info);
        (await daily.LedgerAsync())["app_messages"]!.AsArray().ShouldBeEmpty();
    }

    private static IEnumerable<string> Messages(JsonArray inside, string session) =>
        inside.Single(p => (string)p!["session_id"]! == session)!["inbox"]!.AsArray()
            .Where(notice => (string)notice!["kind"]! == "app-message")
            .Select(notice => System.Text.RegularExpressions.Regex.Unescape(notice!["body"]!.ToJsonString()));
}
