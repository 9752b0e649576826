using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Rest;

public sealed class AuthorizationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("standin-api-key")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic c3RhbmRpbg==")]
    public async Task A_missing_or_malformed_header_is_400_and_not_401(string? header)
    {
        await using var daily = await TestStandIn.StartAsync();
        var answer = await daily.SendAsync(HttpMethod.Get, "/v1/rooms", null, header);
        answer.ShouldRefuse(400, "authorization-header-error", "bad Authorization header format");
    }

    [Fact]
    public async Task A_wrong_key_is_401_with_nothing_but_the_error_word()
    {
        await using var daily = await TestStandIn.StartAsync();
        var answer = await daily.SendAsync(HttpMethod.Get, "/v1/rooms", null, "Bearer another-key");
        answer.ShouldRefuse(401, "authentication-error");
        answer.Body!.AsObject().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_configured_key_is_the_one_that_counts()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.ApiKey = "a-key-of-our-own");
        (await daily.SendAsync(HttpMethod.Get, "/v1/rooms", null, "Bearer a-key-of-our-own")).ShouldSucceed();
        (await daily.SendAsync(HttpMethod.Get, "/v1/rooms", null, "Bearer standin-api-key")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_domain_tells_its_name_and_the_id_for_self_signed_tokens()
    {
        await using var daily = await TestStandIn.StartAsync(o => o.DomainName = "numeroly");
        var answer = (await daily.GetAsync("/v1/")).ShouldSucceed();
        ((string)answer["domain_name"]!).ShouldBe("numeroly");
        Guid.TryParse((string)answer["domain_id"]!, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task What_fails_before_the_endpoint_is_answered_in_the_same_shape()
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.PostAsync("/v1/rooms", new string(' ', 1024 * 1024 + 1))).ShouldRefuse(413, "invalid-request-error");
        (await daily.GetAsync("/v1/rooms/demo/presence?limit=few")).ShouldRefuse(400, "invalid-request-error");
        (await daily.LedgerAsync())["calls"]!.AsArray().Select(c => (int)c!["status"]!).ShouldBe([413, 400]);
    }

    [Fact]
    public async Task An_unknown_address_is_404_in_Dailys_shape()
    {
        await using var daily = await TestStandIn.StartAsync();
        (await daily.GetAsync("/v1/nothing/here")).ShouldRefuse(404, "not-found");
        (await daily.SendAsync(HttpMethod.Patch, "/v1/rooms/demo", "{}")).ShouldRefuse(404, "not-found");
    }
}
