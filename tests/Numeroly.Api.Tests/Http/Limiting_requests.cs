using System.Net;
using Numeroly.Api.Http;
using Numeroly.World;

namespace Numeroly.Api.Tests.Http;

public class Limiting_requests
{
    [Fact]
    public async Task Each_answer_says_what_is_left_and_beyond_that_is_refused_per_user()
    {
        await using var backend = await Backend.StartAsync(settings => settings["RateLimits:PerMinute"] = "5");
        var alice = backend.As("alice");

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 6; i++) answers.Add(await alice.GetAsync("/conversations"));

        answers.Take(5).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        answers.Take(5).Select(answer => answer.Headers.GetValues("RateLimit-Remaining").Single()).ShouldBe(["4", "3", "2", "1", "0"]);
        answers[0].Headers.GetValues("RateLimit-Limit").ShouldBe(["5"]);
        (await answers[5].ShouldBeProblemAsync(ProblemType.TooManyRequests)).RetryAfterSeconds!.Value.ShouldBeInRange(1, 12);
        (await backend.As("bob").GetAsync("/conversations")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await backend.Anonymous().GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task New_conversations_have_a_limit_of_their_own()
    {
        await using var backend = await Backend.StartAsync(settings => settings["RateLimits:NewConversationsPerMinute"] = "2");
        var alice = backend.As("alice");

        (await alice.CreateAsync()).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await alice.CreateAsync()).StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await alice.CreateAsync()).ShouldBeProblemAsync(ProblemType.TooManyRequests);
        (await alice.GetAsync("/conversations")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await backend.Daily.LedgerAsync()).Summary.RoomsCreated.ShouldBe(2);
    }
}
