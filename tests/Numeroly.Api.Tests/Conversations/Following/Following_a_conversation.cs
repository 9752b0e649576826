using System.Net;
using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.Following;

public class Following_a_conversation
{
    [Fact]
    public async Task What_happens_comes_in_order_as_the_stream_holds_it_until_the_conversation_is_wound_up()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        await using var reader = await alice.FollowAsync(access.ConversationId);
        await reader.HasAsync(2);

        await backend.Daily.JoinAsync(access.ConversationId, access.Token);
        await alice.SayAsync(access.ConversationId, "Số chủ đạo của mình\nlà gì?");
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(access.ConversationId)).Recording.StartedAt is not null, "the recording to start");
        await backend.AsAssistant().SendAsync(HttpMethod.Post, $"/conversations/{access.ConversationId}/messages", new { speaker = "assistant", text = "Là số 5.", emotional_tone = "warm" });
        await alice.EndAsync(access.ConversationId, rating: 5);

        await reader.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        // Daily may still tell, late, who left.
        Text(reader.Events).ShouldBe(Text([.. (await alice.StreamAsync(access.ConversationId)).Take(reader.Events.Count)]));
        string[] happened = ["room_created", "participant_joined", "message_saved", "ended", "recording_ready", "room_deleted"];
        happened.ShouldBeSubsetOf(reader.Events.Select(stored => stored.Type));
    }

    [Fact]
    public async Task Coming_back_gives_what_came_after_the_last_event_that_was_seen()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = await AConversationWithAsync(alice, messages: 4);

        await using var byHeader = await alice.FollowAsync(id, lastEventId: 3);
        await using var byAddress = LiveReader.Of(await alice.OpenAsync($"/conversations/{id}/live?after=4"));
        await using var byBoth = LiveReader.Of(await alice.OpenAsync($"/conversations/{id}/live?after=1", "5"));
        await using var fromTheBeginning = LiveReader.Of(await alice.OpenAsync($"/conversations/{id}/live", ""));
        await alice.SayAsync(id, "one more");

        await Task.WhenAll(byHeader.HasAsync(4), byAddress.HasAsync(3), byBoth.HasAsync(2), fromTheBeginning.HasAsync(7));
        byHeader.Versions.ShouldBe([4, 5, 6, 7]);
        byAddress.Versions.ShouldBe([5, 6, 7]);
        byBoth.Versions.ShouldBe([6, 7]);
        fromTheBeginning.Versions.ShouldBe([1, 2, 3, 4, 5, 6, 7]);
    }

    [Fact]
    public async Task A_place_to_go_on_from_that_is_no_version_is_refused()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        foreach (var lastEventId in new[] { "seven", "-1", "1.5", "99999999999999999999" })
            (await (await alice.OpenAsync($"/conversations/{id}/live", lastEventId)).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe(["Last-Event-ID"]);
        foreach (var after in new[] { "-1", "seven" })
            (await (await alice.OpenAsync($"/conversations/{id}/live?after={after}")).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe(["after"]);
    }

    [Fact]
    public async Task A_conversation_that_is_over_is_told_to_its_end_and_then_nothing_more()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = await AConversationWithAsync(alice, messages: 60);
        await alice.EndAsync(id);
        await using (var first = await alice.FollowAsync(id)) await first.Ended.WaitAsync(TimeSpan.FromSeconds(30));

        await using var again = await alice.FollowAsync(id);
        await again.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        await using var resumed = await alice.FollowAsync(id, lastEventId: again.Versions[^1]);
        await resumed.Ended.WaitAsync(TimeSpan.FromSeconds(30));

        Text(again.Events).ShouldBe(Text(await alice.StreamAsync(id)));
        again.Events.Select(stored => stored.Type).TakeLast(2).ShouldBe(["ended", "room_deleted"]);
        resumed.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_those_who_may_read_its_events_can_follow_it()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = await AConversationWithAsync(alice, messages: 1);

        await (await backend.As("bob").OpenAsync($"/conversations/{id}/live")).ShouldBeProblemAsync(ProblemType.NotFound);
        await (await alice.OpenAsync($"/conversations/{Guid.CreateVersion7()}/live")).ShouldBeProblemAsync(ProblemType.NotFound);
        await (await backend.As("otto", Role.Operator).OpenAsync($"/conversations/{id}/live")).ShouldBeProblemAsync(ProblemType.Forbidden);
        await using var assistant = await backend.AsAssistant().FollowAsync(id);
        await using var analyst = await backend.As("ana", Role.Analyst).FollowAsync(id);
        await Task.WhenAll(assistant.HasAsync(3), analyst.HasAsync(3));
    }

    [Fact]
    public async Task While_nothing_happens_the_connection_is_kept_alive()
    {
        await using var backend = await Backend.StartAsync(settings => settings["LiveFeeds:KeepAliveEvery"] = "00:00:00.05");
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await using var reader = await alice.FollowAsync(id);

        await Eventually.HoldsAsync(() => reader.Comments >= 5, "five signs of life");
        await alice.SayAsync(id, "still here");

        await reader.HasAsync(3);
        reader.Versions.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task One_person_has_so_many_feeds_and_a_place_that_is_left_can_be_taken_again()
    {
        await using var backend = await Backend.StartAsync(settings => settings["LiveFeeds:PerUser"] = "2");
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        var first = await alice.FollowAsync(id);
        await using var second = await alice.FollowAsync(id);

        (await (await alice.OpenAsync($"/conversations/{id}/live")).ShouldBeProblemAsync(ProblemType.TooManyRequests)).RetryAfterSeconds.ShouldNotBeNull();
        (await backend.As("bob").CreateAsync()).StatusCode.ShouldBe(HttpStatusCode.Created);
        await using var assistant = await backend.AsAssistant().FollowAsync(id);
        await using var another = await backend.AsAssistant().FollowAsync(id);
        await using var third = await backend.AsAssistant().FollowAsync(id);
        await first.DisposeAsync();

        var answer = await Eventually.BecomesAsync(() => alice.OpenAsync($"/conversations/{id}/live"), opened => opened.IsSuccessStatusCode, "the place to be free again");
        await using var replacement = LiveReader.Of(answer);
        await replacement.HasAsync(2);
    }

    [Fact]
    public async Task A_feed_does_not_outlive_the_access_token_that_opened_it()
    {
        await using var backend = await Backend.StartAsync();
        var id = (await backend.As("alice").ACreatedConversationAsync()).ConversationId;
        var almostOver = TimeSpan.FromHours(1) + IdentityRegistration.ClockSkew - TimeSpan.FromSeconds(6);
        var alice = new ApiClient(backend.Node.Address, TestIssuer.Token("alice", [Role.User], new AuthOptions(), almostOver));

        await using var reader = await alice.FollowAsync(id);

        await reader.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        reader.Versions.ShouldBe([1, 2]);
        await (await alice.OpenAsync($"/conversations/{id}/live")).ShouldBeProblemAsync(ProblemType.Unauthenticated);
    }

    private static async Task<Guid> AConversationWithAsync(ApiClient user, int messages)
    {
        var id = (await user.ACreatedConversationAsync()).ConversationId;
        for (var i = 1; i <= messages; i++) (await user.SayAsync(id, $"message {i}")).EnsureSuccessStatusCode();
        return id;
    }

    private static string Text(IReadOnlyList<EventView> events) => JsonSerializer.Serialize(events, ApiClient.Json);
}
