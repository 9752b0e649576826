using System.Net;
using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.World;

namespace Numeroly.Api.Tests.Identity;

public class Signing_in_on_a_developers_machine
{
    [Fact]
    public async Task A_token_for_any_name_lets_that_user_in_and_nobody_else()
    {
        await using var backend = await Backend.StartAsync();

        var answer = await AskAsync(backend, new { user = "Đào Thị Mỹ" });
        var given = await answer.ShouldBeAsync<DevelopmentToken>(HttpStatusCode.OK);

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        given.ExpiresAt.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
        var dao = new ApiClient(backend.Node.Address, given.Token);
        var id = (await dao.ACreatedConversationAsync()).ConversationId;
        (await dao.StreamAsync(id))[0].ShouldBeOfType<EventView.RoomCreated>().UserId.ShouldBe("Đào Thị Mỹ");
        await (await backend.As("alice").GetAsync($"/conversations/{id}")).ShouldBeProblemAsync(ProblemType.NotFound);
        await (await dao.GetAsync($"/conversations/{(await backend.As("alice").ACreatedConversationAsync()).ConversationId}/events")).ShouldBeProblemAsync(ProblemType.NotFound);
    }

    [Fact]
    public async Task The_token_is_valid_until_it_says()
    {
        await using var backend = await Backend.StartAsync(settings => settings["Auth:DevelopmentTokenLifetime"] = "00:10:00");

        var given = await (await AskAsync(backend, new { user = "alice" })).ShouldBeAsync<DevelopmentToken>(HttpStatusCode.OK);

        var claims = JsonDocument.Parse(Base64(given.Token.Split('.')[1])).RootElement;
        DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()).ShouldBe(given.ExpiresAt);
        (claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64()).ShouldBe(600);
        claims.GetProperty("scope").GetString().ShouldBe(Role.User);
    }

    [Fact]
    public async Task A_name_that_is_missing_empty_too_long_or_not_text_is_refused()
    {
        await using var backend = await Backend.StartAsync();

        foreach (var body in new object[] { new { }, new { user = (string?)null }, new { user = "  " }, new { user = new string('x', 101) }, new { user = "a\nb" }, new { user = 7 } })
            (await (await AskAsync(backend, body)).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldHaveSingleItem().ShouldBe("user", JsonSerializer.Serialize(body));
        await (await AskAsync(backend, new { user = new string('x', Limits.BodyBytes) })).ShouldBeProblemAsync(ProblemType.TooLarge);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Where_another_issuer_is_trusted_there_is_nothing_at_this_address(string environment)
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["environment"] = environment;
            settings["Auth:Authority"] = "https://issuer.example.com";
        });

        var here = await (await AskAsync(backend, new { user = "alice" })).ShouldBeProblemAsync(ProblemType.NotFound);
        var nowhere = await (await backend.Anonymous().SendAsync(HttpMethod.Post, "/nowhere", new { })).ShouldBeProblemAsync(ProblemType.NotFound);

        (here with { CorrelationId = null }).ShouldBe(nowhere with { CorrelationId = null });
    }

    private static Task<HttpResponseMessage> AskAsync(Backend backend, object body) => backend.Anonymous().SendAsync(HttpMethod.Post, "/development/tokens", body);

    private static byte[] Base64(string url) => Convert.FromBase64String(url.Replace('-', '+').Replace('_', '/').PadRight((url.Length + 3) / 4 * 4, '='));
}
