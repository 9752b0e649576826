using System.Net;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.Creating;

public class Not_blocking
{
    [Fact]
    public async Task Async_non_blocking_under_load()
    {
        await using var backend = await Backend.StartAsync();
        var bob = backend.As("bob");
        var existing = await bob.ACreatedConversationAsync();
        await backend.Daily.BreakAsync(new { path = "/v1/**", delay_ms = 2000, times = 0 });

        var creating = Task.WhenAll(Enumerable.Range(0, 10).Select(i => backend.As($"user-{i}").ACreatedConversationAsync()));

        // While ten creations wait for a slow Daily, saving goes on: each save is answered before the next is sent.
        for (var i = 0; i < 50; i++)
        {
            creating.IsCompleted.ShouldBeFalse("the creations were to be under way during all the saves");
            await (await bob.SayAsync(existing.ConversationId, $"message {i}")).ShouldBeAsync<SavedMessage>(HttpStatusCode.Created);
        }

        (await creating).Select(access => access.ConversationId).ShouldBeUnique();
    }

    [Fact]
    public async Task A_thousand_creations_at_once_all_succeed_while_others_are_served()
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["Daily:AttemptTimeout"] = "00:01:00";
            settings["Daily:TotalBudget"] = "00:02:00";
            settings["Conversations:CreationBudget"] = "00:05:00";
            settings["Conversations:AbandonedAfter"] = "00:10:00";
            settings["Reconciling:Every"] = "00:05:00";
        });
        var bob = backend.As("bob");
        var existing = await bob.ACreatedConversationAsync();
        await backend.Daily.BreakAsync(new { path = "/v1/**", delay_ms = 2000, times = 0 });

        var creating = Task.WhenAll(Enumerable.Range(0, 1000).Select(i => backend.As($"user-{i % 50}").CreateAsync()));
        for (var i = 0; i < 10; i++) await (await bob.SayAsync(existing.ConversationId, $"message {i}")).ShouldBeAsync<SavedMessage>(HttpStatusCode.Created);

        (await creating).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        (await backend.Database.QueryAsync<long>("select count(*) from views.conversations")).ShouldBe([1001]);
    }

    [Fact]
    public async Task Daily_api_unavailable()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var existing = await alice.ACreatedConversationAsync();
        await backend.Daily.Server.DisposeAsync();

        var problem = await (await alice.CreateAsync()).ShouldBeProblemAsync(ProblemType.DailyUnavailable);

        problem.Status.ShouldBe(503);
        problem.RetryAfterSeconds.ShouldNotBeNull();
        await (await alice.RenewTokenAsync(existing.ConversationId)).ShouldBeProblemAsync(ProblemType.DailyUnavailable);
        await (await alice.SayAsync(existing.ConversationId, "vẫn lưu được")).ShouldBeAsync<SavedMessage>(HttpStatusCode.Created);
        (await (await alice.EndAsync(existing.ConversationId, 4)).ShouldBeAsync<ConversationView>(HttpStatusCode.OK)).Status.ShouldBe(ConversationStatus.Ended);
        (await (await alice.GetAsync("/conversations")).ShouldBeAsync<ConversationPage>(HttpStatusCode.OK)).Total.ShouldBe(1);
    }
}
