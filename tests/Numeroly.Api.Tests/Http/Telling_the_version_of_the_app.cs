using System.Net;
using Microsoft.Extensions.Options;
using Numeroly.Api.Http;
using Numeroly.World;

namespace Numeroly.Api.Tests.Http;

public class Telling_the_version_of_the_app
{
    [Fact]
    public async Task An_app_that_is_too_old_is_told_what_to_do_on_any_route_and_without_a_token()
    {
        await using var api = await ApiInMemory.StartAsync(settings => settings["App:MinimumVersion"] = "1.4.0");

        foreach (var version in new[] { "1.3.9", "1.3", "0.9.12-beta.2+45" })
        {
            foreach (var path in new[] { "/conversations", "/health/live", "/nowhere" })
            {
                var problem = await (await GetAsync(api, path, version)).ShouldBeProblemAsync(ProblemType.AppTooOld);

                problem.Status.ShouldBe(426);
                problem.Detail.ShouldNotBeNull().ShouldContain("1.4.0");
            }
        }
    }

    [Fact]
    public async Task One_that_is_new_enough_or_does_not_say_a_version_is_served()
    {
        await using var api = await ApiInMemory.StartAsync(settings => settings["App:MinimumVersion"] = "1.4.0");

        foreach (var version in new[] { "1.4.0", "1.4", "1.10.0", "2.0.0-beta", null, "", "old", "1", "1.2.3.4", "-1.0.0" })
            (await GetAsync(api, "/health/live", version)).StatusCode.ShouldBe(HttpStatusCode.OK, version);
    }

    [Fact]
    public async Task Without_a_minimum_every_version_is_served()
    {
        await using var api = await ApiInMemory.StartAsync();

        (await GetAsync(api, "/health/live", "0.0.1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_minimum_that_is_no_version_stops_the_start_with_a_sentence()
    {
        await using var app = ApiHost.Build(["--environment=Development", "--Store:Database=postgres://localhost/none", "--Daily:ApiUrl=http://localhost", "--App:MinimumVersion=newest", "--urls=http://127.0.0.1:0"]);

        (await Should.ThrowAsync<OptionsValidationException>(() => app.StartAsync())).Message.ShouldContain("APP_MINIMUM_VERSION");
    }

    private static async Task<HttpResponseMessage> GetAsync(ApiInMemory api, string path, string? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (version is not null) request.Headers.TryAddWithoutValidation("App-Version", version);
        return await api.Http.SendAsync(request);
    }
}
