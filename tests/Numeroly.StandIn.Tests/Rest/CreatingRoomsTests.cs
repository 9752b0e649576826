using System.Text.Json.Nodes;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class CreatingRoomsTests
{
    [Fact]
    public async Task A_room_shows_only_what_differs_from_the_defaults()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.PublicUrl = "http://meet.example/");
        var room = await daily.RoomAsync("demo", """{"max_participants":200,"lang":"en","enable_screenshare":false,"exp":4000000000,"sfu_switchover":0.5}""", "private");

        Guid.TryParse((string)room["id"]!, out _).ShouldBeTrue();
        ((string)room["name"]!).ShouldBe("demo");
        ((bool)room["api_created"]!).ShouldBeTrue();
        ((string)room["privacy"]!).ShouldBe("private");
        ((string)room["url"]!).ShouldBe("http://meet.example/demo");
        ((string)room["created_at"]!).ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        JsonNode.DeepEquals(room["config"], JsonNode.Parse("""{"enable_screenshare":false,"exp":4000000000}""")).ShouldBeTrue(room["config"]!.ToJsonString());
    }

    [Fact]
    public async Task Without_a_body_a_public_room_with_a_random_name_of_20_comes_about()
    {
        await using var daily = await TestStandIn.StartAsync();
        var room = (await daily.PostAsync("/v1/rooms")).ShouldSucceed();
        ((string)room["name"]!).ShouldMatch("^[A-Za-z0-9]{20}$");
        ((string)room["privacy"]!).ShouldBe("public");
        ((string)room["url"]!).ShouldBe($"{daily.Server.BaseUrl}{(string)room["name"]!}");
    }

    [Theory]
    [InlineData("""{"record_on_start":true}""", "record_on_start")]
    [InlineData("""{"properties":{"record_on_start":true}}""", "record_on_start")]
    [InlineData("""{"properties":{"maxParticipants":2}}""", "maxParticipants")]
    [InlineData("""{"properties":{"permissions":{"canFly":true}}}""", "canFly")]
    public async Task Creating_with_an_unknown_property_is_refused_as_Daily_does(string body, string name)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync("/v1/rooms", body)).ShouldRefuse(400, "invalid-request-error", $"invalid property name '{name}'");
        (await daily.LedgerAsync())["rooms"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("ja")]
    [InlineData("zh")]
    public async Task A_language_Daily_does_not_know_is_refused(string lang)
    {
        await using var daily = await TestStandIn.StartAsync();
        var answer = await daily.PostAsync("/v1/rooms", $$$"""{"properties":{"lang":"{{{lang}}}"}}""");
        answer.ShouldRefuse(400, "invalid-request-error");
        answer.Info!.ShouldStartWith($"lang was '{lang}' but should be one of da, de, en");
    }

    [Theory]
    [InlineData("""{"properties":{"exp":"soon"}}""", "exp was 'soon' but should be a number of seconds since the unix epoch")]
    [InlineData("""{"properties":{"exp":1.5}}""", "exp was '1.5' but should be a number of seconds since the unix epoch")]
    [InlineData("""{"properties":{"max_participants":"2"}}""", "max_participants was '2' but should be an integer from 1 to 200")]
    [InlineData("""{"properties":{"max_participants":0}}""", "max_participants was '0' but should be an integer from 1 to 200")]
    [InlineData("""{"properties":{"eject_at_room_exp":"yes"}}""", "eject_at_room_exp was 'yes' but should be a boolean")]
    [InlineData("""{"properties":{"eject_at_room_exp":null}}""", "eject_at_room_exp was 'null' but should be a boolean")]
    [InlineData("""{"properties":{"enable_recording":"off"}}""", "enable_recording was 'off' but should be one of cloud, cloud-audio-only, local, raw-tracks")]
    [InlineData("""{"properties":{"geo":"vn"}}""", null)]
    [InlineData("""{"properties":{"recordings_template":"{room_name}"}}""", null)]
    [InlineData("""{"properties":[]}""", "properties was '[]' but should be an object")]
    [InlineData("""{"privacy":"secret"}""", "privacy was 'secret' but should be one of public, private")]
    [InlineData("""{"name":7}""", "name was '7' but should be a string")]
    [InlineData("[]", null)]
    public async Task Values_of_the_wrong_kind_are_refused(string body, string? info)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync("/v1/rooms", body)).ShouldRefuse(400, "invalid-request-error", info);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"name":"a","name":"b"}""")]
    public async Task A_body_that_is_not_JSON_is_told_apart(string body)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync("/v1/rooms", body)).ShouldRefuse(400, "json-parsing-error");
    }

    [Fact]
    public async Task An_expiry_in_the_past_is_refused_in_Dailys_words()
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync("/v1/rooms", """{"properties":{"exp":1700000000}}"""))
            .ShouldRefuse(400, "invalid-request-error", "exp was '1700000000', which is in the past rather than in the future");
    }

    [Theory]
    [InlineData("has space")]
    [InlineData("phòng")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_name_with_other_characters_is_refused_in_Dailys_words(string name)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync("/v1/rooms", $$"""{"name":"{{name}}"}"""))
            .ShouldRefuse(400, "invalid-request-error", $"{name} contains invalid characters (room names can contain A-Z, a-z, 0-9, '-', and '_')");
    }

    [Fact]
    public async Task A_name_may_have_128_characters_and_no_more()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync(new string('a', 128));
        (await daily.PostAsync("/v1/rooms", $$"""{"name":"{{new string('a', 129)}}"}""")).ShouldRefuse(400, "invalid-request-error");
    }

    [Fact]
    public async Task A_name_in_use_is_400_and_the_room_stays_as_it_was()
    {
        await using var daily = await TestStandIn.StartAsync();
        var first = await daily.RoomAsync("demo", """{"max_participants":3}""");
        (await daily.PostAsync("/v1/rooms", """{"name":"demo","properties":{"max_participants":5}}"""))
            .ShouldRefuse(400, "invalid-request-error", "a room named demo already exists");
        JsonNode.DeepEquals((await daily.GetAsync("/v1/rooms/demo")).Body, first).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_creations_of_one_name_at_once_exactly_one_succeeds()
    {
        const int names = 300, each = 8;
        await using var daily = await TestStandIn.StartAsync(o => o.RateLimits.Enabled = false);
        var answers = await Task.WhenAll(Enumerable.Range(0, names * each).Select(i => daily.PostAsync("/v1/rooms", $$"""{"name":"room{{i / each}}"}""")));
        answers.Count(a => a.Status == 200).ShouldBe(names);
        answers.Count(a => a.Info?.EndsWith("already exists", StringComparison.Ordinal) == true).ShouldBe(names * (each - 1));
        ((int)(await daily.LedgerAsync())["summary"]!["rooms_open"]!).ShouldBe(names);
    }
}
