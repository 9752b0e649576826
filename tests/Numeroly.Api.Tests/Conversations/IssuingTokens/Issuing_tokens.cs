using System.Net;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.IssuingTokens;

public class Issuing_tokens
{
    [Fact]
    public async Task A_fresh_token_lets_its_owner_back_in_and_is_on_record_without_itself()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        var access = await (await alice.RenewTokenAsync(id)).ShouldBeAsync<CallAccess>(HttpStatusCode.OK);

        await backend.Daily.JoinAsync(id, access.Token);
        (await alice.EventsAsync(id)).Count(type => type == "token_issued").ShouldBe(2);
        (await (await alice.GetAsync($"/conversations/{id}/events")).Content.ReadAsStringAsync()).ShouldNotContain(access.Token);
    }

    [Fact]
    public async Task After_the_end_there_is_none()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await alice.EndAsync(id);

        await (await alice.RenewTokenAsync(id)).ShouldBeProblemAsync(ProblemType.ConversationEnded);
    }

    [Fact]
    public async Task A_token_never_outlives_its_room()
    {
        await using var backend = await Backend.StartAsync(settings => settings["Conversations:Limit"] = "00:20:00");
        var alice = backend.As("alice");

        var access = await alice.ACreatedConversationAsync();

        access.ExpiresAt.ShouldBe((await alice.LookAsync(access.ConversationId)).RoomExpiresAt);
    }

    [Fact]
    public async Task Under_one_key_the_same_token_is_given_again()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => alice.SendAsync(HttpMethod.Post, $"/conversations/{id}/token", null, "key")));

        (await Task.WhenAll(answers.Select(answer => answer.ShouldBeAsync<CallAccess>(HttpStatusCode.OK)))).Distinct().ShouldHaveSingleItem();
        (await alice.EventsAsync(id)).Count(type => type == "token_issued").ShouldBe(2);
    }

    [Fact]
    public async Task When_Daily_gives_none_nothing_is_on_record()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/meeting-tokens", status = 401, times = 0 });

        await (await alice.RenewTokenAsync(id)).ShouldBeProblemAsync(ProblemType.DailyUnauthorized);

        (await alice.EventsAsync(id)).Count(type => type == "token_issued").ShouldBe(1);
    }
}
