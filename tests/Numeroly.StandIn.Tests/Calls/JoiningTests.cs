using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Calls;

public sealed class JoiningTests
{
    [Fact]
    public async Task A_room_that_is_not_there_cannot_be_joined()
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.TryJoinAsync("nowhere")).ShouldRefuse(403, "no-room");
        await daily.RoomAsync();
        await daily.DeleteAsync("/v1/rooms/demo");
        (await daily.TryJoinAsync("demo")).ShouldRefuse(403, "no-room");
    }

    [Fact]
    public async Task The_rooms_opening_and_expiry_are_kept()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync("demo", $$"""{"nbf":{{clock.UnixSeconds + 60}},"exp":{{clock.UnixSeconds + 120}}}""");

        (await daily.TryJoinAsync("demo")).ShouldRefuse(403, "nbf-room");
        clock.AdvanceSeconds(60);
        (await daily.TryJoinAsync("demo")).ShouldSucceed();
        clock.AdvanceSeconds(60);
        (await daily.TryJoinAsync("demo")).ShouldRefuse(403, "exp-room");
        (await daily.InsideAsync()).Count.ShouldBe(1, "an expiry closes the door and puts nobody out by itself");
    }

    [Fact]
    public async Task The_tokens_opening_and_expiry_are_kept()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        await daily.RoomAsync("demo", privacy: "private");
        var token = await daily.TokenAsync($$"""{"room_name":"demo","nbf":{{clock.UnixSeconds + 60}},"exp":{{clock.UnixSeconds + 120}}}""");

        (await daily.TryJoinAsync("demo", Shown(token))).ShouldRefuse(403, "nbf-token");
        clock.AdvanceSeconds(60);
        (await daily.TryJoinAsync("demo", Shown(token))).ShouldSucceed();
        clock.AdvanceSeconds(60);
        (await daily.TryJoinAsync("demo", Shown(token))).ShouldRefuse(403, "exp-token");
        (await daily.InsideAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_for_another_room_or_with_a_bad_signature_is_not_allowed()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", privacy: "private");
        await daily.RoomAsync("other", privacy: "private");
        var token = await daily.TokenAsync("""{"room_name":"other"}""");
        var anyRoom = await daily.TokenAsync("{}");

        (await daily.TryJoinAsync("demo", Shown(token))).ShouldRefuse(403, "not-allowed");
        (await daily.TryJoinAsync("other", Shown(token[..^2] + "xx"))).ShouldRefuse(403, "not-allowed");
        (await daily.TryJoinAsync("other", Shown("not.a.token"))).ShouldRefuse(403, "not-allowed");
        (await daily.TryJoinAsync("other", Shown(token))).ShouldSucceed();
        (await daily.TryJoinAsync("demo", Shown(anyRoom))).ShouldSucceed();
    }

    [Fact]
    public async Task A_private_room_needs_a_token_and_a_public_one_does_not()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("closed", privacy: "private");
        await daily.RoomAsync("open");

        (await daily.TryJoinAsync("closed", """{"guest":true}""")).ShouldRefuse(403, "not-allowed");
        var guest = (await daily.TryJoinAsync("open", """{"guest":true,"user_name":"Khách"}""")).ShouldSucceed();

        ((string)guest["user_name"]!).ShouldBe("Khách");
        ((string)guest["user_id"]!).ShouldBe((string)guest["session_id"]!);
        ((bool)guest["owner"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task A_full_room_takes_nobody_until_somebody_leaves()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", """{"max_participants":2}""");
        var an = await daily.JoinAsync();
        await daily.JoinAsync();

        (await daily.TryJoinAsync("demo")).ShouldRefuse(403, "meeting-full");
        await daily.LeaveAsync(an);
        (await daily.TryJoinAsync("demo")).ShouldSucceed();
    }

    [Fact]
    public async Task Of_many_joins_at_once_no_more_get_in_than_the_room_holds()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", """{"max_participants":3}""");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => daily.TryJoinAsync("demo")));
        answers.Count(a => a.Status == 200).ShouldBe(3);
        answers.Count(a => a.Error == "meeting-full").ShouldBe(17);
    }

    [Fact]
    public async Task With_unique_user_ids_the_older_session_goes_first_even_in_a_full_room()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", """{"max_participants":2,"enforce_unique_user_ids":true}""");
        var older = await daily.JoinAsync("demo", "an");
        await daily.JoinAsync("demo", "bot");

        var newer = await daily.JoinAsync("demo", "an");

        newer.ShouldNotBe(older);
        (await daily.InsideAsync()).Select(p => (string)p!["user_id"]!).ShouldBe(["bot", "an"]);
        var sessions = (await daily.LedgerAsync("demo"))["participants"]!.AsArray();
        sessions.Select(p => (string?)p!["reason"]).ShouldBe(["replaced", null, null]);
    }

    [Fact]
    public async Task Without_unique_user_ids_one_user_may_be_inside_twice()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync("demo", "an");
        await daily.JoinAsync("demo", "an");
        (await daily.InsideAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_tokens_permissions_go_before_the_rooms_and_an_owner_has_them_all()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", """{"permissions":{"canSend":["audio"],"hasPresence":false}}""");

        var guest = await daily.TryJoinAsync("demo");
        var withToken = await daily.TryJoinAsync("demo", Shown(await daily.TokenAsync("""{"room_name":"demo","permissions":{"canSend":false}}""")));
        var owner = await daily.TryJoinAsync("demo", Shown(await daily.TokenAsync("""{"room_name":"demo","is_owner":true}""")));

        guest["permissions"]!.ToJsonString().ShouldBe("""{"hasPresence":false,"canSend":["audio"],"canReceive":{"base":true},"canAdmin":false}""");
        withToken["permissions"]!.ToJsonString().ShouldBe("""{"hasPresence":false,"canSend":false,"canReceive":{"base":true},"canAdmin":false}""");
        owner["permissions"]!.ToJsonString().ShouldBe("""{"hasPresence":true,"canSend":true,"canReceive":{"base":true},"canAdmin":true}""");
    }

    [Fact]
    public async Task Those_inside_are_told_who_comes_and_goes()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        await daily.JoinAsync("demo", "an");
        await daily.LeaveAsync(await daily.JoinAsync("demo", "binh"));

        var inbox = (await daily.InsideAsync()).ShouldHaveSingleItem()!["inbox"]!.AsArray();
        inbox.Select(n => (string)n!["kind"]!).ShouldBe(["participant-joined", "participant-left"]);
        inbox.ShouldAllBe(n => (string)n!["body"]!["user_id"]! == "binh");
    }

    [Fact]
    public async Task Leaving_twice_or_without_being_inside_is_404()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync();
        var session = await daily.JoinAsync();
        await daily.LeaveAsync(session);
        (await daily.DeleteAsync($"/standin/rooms/demo/participants/{session}")).Status.ShouldBe(404);
        (await daily.DeleteAsync("/standin/rooms/demo/participants/unknown")).Status.ShouldBe(404);
        await daily.RoomAsync("other");
        var elsewhere = await daily.JoinAsync("other");
        (await daily.DeleteAsync($"/standin/rooms/demo/participants/{elsewhere}")).Status.ShouldBe(404);
    }

    private static string Shown(string token) => $$"""{"token":"{{token}}"}""";
}
