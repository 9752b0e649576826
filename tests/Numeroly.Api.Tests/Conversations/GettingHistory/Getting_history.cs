using System.Net;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.GettingHistory;

public class Getting_history
{
    [Fact]
    public async Task A_conversation_shows_as_it_was_at_a_version_or_a_time()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        var saved = await (await alice.SayAsync(id, "xin chào")).ShouldBeAsync<SavedMessage>(HttpStatusCode.Created);
        await alice.EndAsync(id, rating: 3);

        var atCreation = await AtAsync(alice, id, "as_of_version=2");
        var afterSaying = await AtAsync(alice, id, $"as_of={Uri.EscapeDataString(saved.SavedAt.ToString("O"))}");
        var ended = await AtAsync(alice, id, "as_of_version=4");

        (atCreation.Version, atCreation.MessageCount, atCreation.Status).ShouldBe((2, 0, ConversationStatus.Open));
        (afterSaying.Version, afterSaying.MessageCount, afterSaying.Status).ShouldBe((3, 1, ConversationStatus.Open));
        (ended.Version, ended.Rating, ended.Status).ShouldBe((4, 3, ConversationStatus.Ended));
        await (await alice.GetAsync($"/conversations/{id}?as_of=2020-01-01T00:00:00Z")).ShouldBeProblemAsync(ProblemType.NotFound);
        (await (await alice.GetAsync($"/conversations/{id}?as_of_version=0")).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe(["as_of_version"]);
        (await (await alice.GetAsync($"/conversations/{id}?as_of=then")).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe(["as_of"]);
    }

    [Fact]
    public async Task What_has_happened_is_open_to_its_owner_and_to_analysts()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await alice.SendAsync(HttpMethod.Post, $"/conversations/{id}/messages", new { speaker = "user", text = "xin chào" }, correlationId: "the-request-itself");

        var first = await (await backend.As("ana", Role.Analyst).GetAsync($"/conversations/{id}/events?limit=2")).ShouldBeAsync<EventPage>(HttpStatusCode.OK);
        var rest = await (await alice.GetAsync($"/conversations/{id}/events?after={first.LastVersion}")).ShouldBeAsync<EventPage>(HttpStatusCode.OK);

        first.HasMore.ShouldBeTrue();
        first.Items.Select(stored => stored.Type).ShouldBe(["room_created", "token_issued"]);
        first.Items[0].ShouldBeOfType<EventView.RoomCreated>().UserId.ShouldBe("alice");
        rest.HasMore.ShouldBeFalse();
        var message = rest.Items.ShouldHaveSingleItem();
        message.ShouldBeOfType<EventView.MessageSaved>().Text.ShouldBe("xin chào");
        message.CorrelationId.ShouldBe("the-request-itself");
    }

    [Fact]
    public async Task What_follows_from_a_request_goes_back_to_it()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        await alice.SendAsync(HttpMethod.Patch, $"/conversations/{id}", new { }, correlationId: "the-ending");

        await Numeroly.Harness.Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).RoomDeletedAt is not null, "the room to go");
        var events = await (await alice.GetAsync($"/conversations/{id}/events")).ShouldBeAsync<EventPage>(HttpStatusCode.OK);
        events.Items.Where(stored => stored.CorrelationId == "the-ending").Select(stored => stored.Type).ShouldBe(["ended", "room_deleted"]);
    }

    private static async Task<ConversationView> AtAsync(ApiClient user, Guid id, string when) =>
        await (await user.GetAsync($"/conversations/{id}?{when}")).ShouldBeAsync<ConversationView>(HttpStatusCode.OK);
}
