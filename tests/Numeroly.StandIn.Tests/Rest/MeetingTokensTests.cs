using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Numeroly.Harness;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class MeetingTokensTests
{
    [Fact]
    public async Task A_token_is_a_JWT_signed_with_the_API_key_and_holds_the_short_claims()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        var exp = clock.UnixSeconds + 600;

        var token = await daily.TokenAsync($$"""
            {"room_name":"demo","user_id":"0198c5a2-0000-7000-8000-000000000001","user_name":"An","is_owner":true,"nbf":{{clock.UnixSeconds}},"exp":{{exp}},
             "eject_at_token_exp":true,"eject_after_elapsed":300,"start_cloud_recording":true,"start_cloud_recording_opts":{"maxDuration":60},"enable_recording":"cloud-audio-only",
             "start_video_off":true,"start_audio_off":false,"enable_screenshare":false,"lang":"en","permissions":{"hasPresence":true,"canSend":["audio","screenVideo"],"canAdmin":false} }
            """);

        var parts = token.Split('.');
        Decode(parts[0]).ToJsonString().ShouldBe("""{"alg":"HS256","typ":"JWT"}""");
        parts[2].ShouldBe(Sign(parts[0], parts[1], daily.Server.ApiKey));
        var claims = Decode(parts[1]);
        JsonNode.DeepEquals(claims, JsonNode.Parse($$"""
            {"iat":{{clock.UnixSeconds}},"d":"5e7a11d0-0000-4000-8000-00000000d417","r":"demo","ud":"0198c5a2-0000-7000-8000-000000000001","u":"An","o":true,
             "nbf":{{clock.UnixSeconds}},"exp":{{exp}},"ejt":true,"eje":300,"sr":true,"sro":{"maxDuration":60},"er":"cloud-audio-only","vo":true,"ao":false,"ss":false,"uil":"en",
             "p":{"hp":true,"cs":"a,sv","ca":false} }
            """)).ShouldBeTrue(claims.ToJsonString());
    }

    [Fact]
    public async Task Reading_a_token_back_gives_the_long_names()
    {
        await using var daily = await TestStandIn.StartAsync();
        const string properties = """{"room_name":"demo","user_id":"an","is_owner":true,"exp":4000000000,"permissions":{"canSend":["audio"],"canAdmin":["participants","transcription"]}}""";
        var token = await daily.TokenAsync(properties);
        var answer = (await daily.GetAsync($"/v1/meeting-tokens/{token}")).ShouldSucceed();
        JsonNode.DeepEquals(answer.Body, JsonNode.Parse(properties)).ShouldBeTrue(answer.Body!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"properties":{"user_data":{}}}""", "invalid property name 'user_data'")]
    [InlineData("""{"room_name":"demo"}""", "invalid property name 'room_name'")]
    [InlineData("""{"properties":{"exp":1700000000}}""", "exp was '1700000000', which is in the past rather than in the future")]
    [InlineData("""{"properties":{"exp":"x"}}""", "exp was 'x' but should be a number of seconds since the unix epoch")]
    [InlineData("""{"properties":{"is_owner":"yes"}}""", "is_owner was 'yes' but should be a boolean")]
    [InlineData("""{"properties":{"lang":"vi"}}""", null)]
    [InlineData("""{"properties":{"start_cloud_recording_opts":{"instanceId":5}}}""", "instanceId was '5' but should be a uuid")]
    [InlineData("""{"properties":{"user_id":"0123456789012345678901234567890123456"}}""", "user_id was '0123456789012345678901234567890123456' but should be a string of at most 36 characters")]
    public async Task Properties_Daily_would_not_take_are_refused(string body, string? info)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync("/v1/meeting-tokens", body)).ShouldRefuse(400, "invalid-request-error", info);
    }

    [Fact]
    public async Task A_token_is_refused_once_expired_and_before_its_time_unless_that_is_ignored()
    {
        var clock = new ManualClock();
        await using var daily = await TestStandIn.StartAsync(o => o.Clock = clock);
        var token = await daily.TokenAsync($$"""{"room_name":"demo","nbf":{{clock.UnixSeconds + 60}},"exp":{{clock.UnixSeconds + 120}}}""");

        (await daily.GetAsync($"/v1/meeting-tokens/{token}")).ShouldRefuse(400, "invalid-request-error");
        (await daily.GetAsync($"/v1/meeting-tokens/{token}?ignoreNbf=true")).ShouldSucceed();
        clock.AdvanceSeconds(60);
        (await daily.GetAsync($"/v1/meeting-tokens/{token}")).ShouldSucceed();
        clock.AdvanceSeconds(60);
        (await daily.GetAsync($"/v1/meeting-tokens/{token}")).ShouldRefuse(400, "invalid-request-error");
    }

    [Fact]
    public async Task A_self_signed_token_is_as_good_as_an_issued_one()
    {
        await using var daily = await TestStandIn.StartAsync();
        await daily.RoomAsync("demo", privacy: "private");
        var domain = (string)(await daily.GetAsync("/v1/"))["domain_id"]!;
        var token = SelfSigned($$"""{"r":"demo","iat":1700000000,"d":"{{domain}}","ud":"an","u":"An","o":true,"my_own":1}""", daily.Server.ApiKey);

        var answer = (await daily.GetAsync($"/v1/meeting-tokens/{token}")).ShouldSucceed();
        JsonNode.DeepEquals(answer.Body, JsonNode.Parse("""{"room_name":"demo","user_id":"an","user_name":"An","is_owner":true}""")).ShouldBeTrue();
        var inside = (await daily.TryJoinAsync("demo", $$"""{"token":"{{token}}"}""")).ShouldSucceed();
        ((string)inside["user_name"]!).ShouldBe("An");
        ((bool)inside["owner"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"r":"demo","iat":1700000000,"d":"another-domain"}""", "standin-api-key")]
    [InlineData("""{"r":"demo","d":"5e7a11d0-0000-4000-8000-00000000d417"}""", "standin-api-key")]
    [InlineData("""{"r":"demo","iat":1700000000,"d":"5e7a11d0-0000-4000-8000-00000000d417"}""", "another-key")]
    [InlineData("""{"r":7,"iat":1700000000,"d":"5e7a11d0-0000-4000-8000-00000000d417"}""", "standin-api-key")]
    [InlineData("not json", "standin-api-key")]
    public async Task A_token_of_another_domain_or_key_is_refused(string claims, string key)
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.GetAsync($"/v1/meeting-tokens/{SelfSigned(claims, key)}")).ShouldRefuse(400, "invalid-request-error");
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        await using var daily = await TestStandIn.StartAsync();
        var header = Encode("""{"alg":"none","typ":"JWT"}""");
        var payload = Encode("""{"r":"demo","iat":1700000000,"d":"5e7a11d0-0000-4000-8000-00000000d417"}""");
        (await daily.GetAsync($"/v1/meeting-tokens/{header}.{payload}.")).Status.ShouldBe(400);
        (await daily.GetAsync($"/v1/meeting-tokens/{header}.{payload}.{Sign(header, payload, daily.Server.ApiKey)}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_ledger_knows_what_a_token_was_for_and_never_the_token()
    {
        await using var daily = await TestStandIn.StartAsync();
        var token = await daily.TokenAsync("""{"room_name":"demo","user_id":"an","is_owner":true,"exp":4000000000}""");
        await daily.GetAsync($"/v1/meeting-tokens/{token}");

        var ledger = await daily.LedgerAsync();
        var entry = ledger["tokens"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)entry["room"]!).ShouldBe("demo");
        ((string)entry["user_id"]!).ShouldBe("an");
        ((bool)entry["owner"]!).ShouldBeTrue();
        ((DateTimeOffset)entry["exp"]!).ToUnixTimeSeconds().ShouldBe(4000000000);
        ledger.ToJsonString().ShouldNotContain(token);
        ledger.ToJsonString().ShouldNotContain(token.Split('.')[2]);
    }

    private static string SelfSigned(string claims, string key)
    {
        var header = Encode("""{"alg":"HS256","typ":"JWT"}""");
        var payload = Encode(claims);
        return $"{header}.{payload}.{Sign(header, payload, key)}";
    }

    private static string Sign(string header, string payload, string key) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{header}.{payload}")));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static JsonNode Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!;
}
