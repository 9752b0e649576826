using System.Net;
using Microsoft.Extensions.Options;
using Numeroly.World;

namespace Numeroly.Api.Tests.Http;

public class Calling_from_a_web_page
{
    private const string App = "https://app.example.com";

    private static readonly string[] Sent = ["authorization", "idempotency-key", "app-version", "last-event-id", "content-type", "x-correlation-id"];
    private static readonly string[] Read = ["Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "X-Correlation-Id"];

    [Fact]
    public async Task A_preflight_is_answered_without_a_token_and_beyond_every_limit()
    {
        await using var api = await ApiInMemory.StartAsync(settings =>
        {
            settings["Cors:Origins"] = $"https://other.example.com, {App}";
            settings["RateLimits:PerMinute"] = "1";
        });

        for (var time = 0; time < 3; time++)
        {
            var answer = await PreflightAsync(api, App, "/conversations", string.Join(',', Sent));

            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
            Header(answer, "Access-Control-Allow-Origin").ShouldBe(App);
            var allowed = Header(answer, "Access-Control-Allow-Headers")!.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries);
            Sent.ShouldBeSubsetOf(allowed);
            Header(answer, "Access-Control-Allow-Methods")!.Split(',').ShouldContain("PATCH");
        }
    }

    [Theory]
    [InlineData("/conversations", "a problem because of a missing token")]
    [InlineData("/nowhere", "a problem because there is nothing")]
    [InlineData("/health/live", "an answer")]
    public async Task Every_answer_can_be_read_by_the_page_problems_too(string path, string what)
    {
        await using var api = await ApiInMemory.StartAsync(settings => settings["Cors:Origins"] = App);

        var answer = await SendAsync(api, HttpMethod.Get, App, path);

        Header(answer, "Access-Control-Allow-Origin").ShouldBe(App, what);
        var readable = Header(answer, "Access-Control-Expose-Headers")!.Split(',', StringSplitOptions.TrimEntries);
        Read.ShouldBeSubsetOf(readable);
    }

    [Theory]
    [InlineData("Development", "http://localhost:8081", true)]
    [InlineData("Development", "http://127.0.0.1:19006", true)]
    [InlineData("Development", "http://localhost.example.com", false)]
    [InlineData("Development", "https://evil.example.com", false)]
    [InlineData("Production", "http://localhost:8081", false)]
    [InlineData("Production", App, true)]
    public async Task Pages_of_this_machine_are_let_in_in_Development_only(string environment, string origin, bool isLetIn)
    {
        await using var api = await ApiInMemory.StartAsync(settings =>
        {
            settings["environment"] = environment;
            settings["Cors:Origins"] = App;
            if (environment == "Production") settings["Auth:Authority"] = "https://issuer.example.com";
        });

        Header(await PreflightAsync(api, origin, "/conversations", "authorization"), "Access-Control-Allow-Origin").ShouldBe(isLetIn ? origin : null);
        Header(await SendAsync(api, HttpMethod.Get, origin, "/conversations"), "Access-Control-Allow-Origin").ShouldBe(isLetIn ? origin : null);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("app.example.com")]
    [InlineData("https://app.example.com/numeroly")]
    public async Task What_is_no_origin_stops_the_start_with_a_sentence(string origins)
    {
        await using var app = ApiHost.Build(["--environment=Development", "--Store:Database=postgres://localhost/none", "--Daily:ApiUrl=http://localhost", $"--Cors:Origins={origins}", "--urls=http://127.0.0.1:0"]);

        (await Should.ThrowAsync<OptionsValidationException>(() => app.StartAsync())).Message.ShouldContain("CORS_ORIGINS");
    }

    private static Task<HttpResponseMessage> PreflightAsync(ApiInMemory api, string origin, string path, string headers) => SendAsync(
        api, HttpMethod.Options, origin, path, ("Access-Control-Request-Method", "PATCH"), ("Access-Control-Request-Headers", headers));

    private static async Task<HttpResponseMessage> SendAsync(ApiInMemory api, HttpMethod method, string origin, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("Origin", origin);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await api.Http.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
