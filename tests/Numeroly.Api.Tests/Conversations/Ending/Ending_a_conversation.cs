using System.Net;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Events.Conversations;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.Ending;

public class Ending_a_conversation
{
    [Fact]
    public async Task Conversation_cleanup_on_end()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        var id = access.ConversationId;
        var session = await backend.Daily.JoinAsync(id, access.Token);
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).Recording.StartedAt is not null, "the recording to start by itself");

        var ended = await (await alice.EndAsync(id, rating: 5)).ShouldBeAsync<ConversationView>(HttpStatusCode.OK);

        ended.EndCause.ShouldBe(EndCause.User);
        ended.Rating.ShouldBe(5);
        ended.DurationSeconds!.Value.ShouldBeGreaterThan(0);
        ended.Recording.Status.ShouldBe(RecordingStatus.Pending);
        var view = await Eventually.BecomesAsync(
            () => alice.LookAsync(id), view => view.RoomDeletedAt is not null && view.Recording.Status == RecordingStatus.Ready, "the room to go and the recording to come");
        view.Recording.DurationSeconds!.Value.ShouldBeGreaterThan(0);

        var ledger = await backend.Daily.LedgerAsync(id);
        ledger.Rooms.ShouldHaveSingleItem().DeletesWithEffect.ShouldBe(1);
        ledger.Participants.ShouldHaveSingleItem().Reason.ShouldBe("ejected");
        var told = ledger.AppMessages.ShouldHaveSingleItem();
        told.Reached.ShouldBe([session]);
        told.Data.GetProperty("type").GetString().ShouldBe("conversation_ended");
        told.Data.GetProperty("data").GetProperty("conversationId").GetGuid().ShouldBe(id);
        told.Data.GetProperty("seq").GetInt64().ShouldBe(ended.Version);
        ledger.Recordings.ShouldHaveSingleItem().Status.ShouldBe("finished");
        ledger.Calls.Select(call => $"{call.Method} {call.Path[(call.Path.LastIndexOf('/') + 1)..]}")
            .Where(call => call is "POST send-app-message" or "POST stop" or "POST eject" || call.StartsWith("DELETE", StringComparison.Ordinal))
            .ShouldBe(["POST send-app-message", "POST stop", "POST eject", $"DELETE {Rooms.NameOf(id)}"]);
        await Eventually.HoldsAsync(
            async () => (await backend.Database.QueryAsync<long>("select count(*) from views.messages where due_at <= now()")).Single() == 0, "all that is due to be done");
    }

    [Fact]
    public async Task The_recording_downloads()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = await AnEndedCallAsync(backend, alice);

        var recording = await (await alice.GetAsync($"/conversations/{id}/recording")).ShouldBeAsync<RecordingAnswer>(HttpStatusCode.OK);

        (await alice.LookAsync(id)).Recording.Link!.Url.ShouldBe(recording.Url);
        var asOperator = await backend.As("otto", Role.Operator).LookAsync(id);
        asOperator.Recording.Link.ShouldBeNull();
        asOperator.Reading.ShouldBeNull();
        using var http = new HttpClient();
        var audio = await http.GetByteArrayAsync(recording.Url);
        System.Text.Encoding.ASCII.GetString(audio, 0, 4).ShouldBe("RIFF");
        recording.DurationSeconds!.Value.ShouldBeGreaterThan(0);
        recording.Pieces.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Ending_again_answers_the_same_and_appends_nothing()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        var first = await (await alice.EndAsync(id, rating: 4)).ShouldBeAsync<ConversationView>(HttpStatusCode.OK);

        var again = await (await alice.EndAsync(id, rating: 1)).ShouldBeAsync<ConversationView>(HttpStatusCode.OK);

        (again.EndCause, again.Rating, again.EndedAt, again.DurationSeconds).ShouldBe((first.EndCause, first.Rating, first.EndedAt, first.DurationSeconds));
        (await alice.EventsAsync(id)).Count(type => type == "ended").ShouldBe(1);
    }

    [Fact]
    public async Task Many_endings_at_once_on_two_nodes_are_one()
    {
        await using var backend = await Backend.StartAsync(nodes: 2);
        var alice = backend.As("alice");
        var other = Backend.AsOn(await backend.AddNodeAsync(), "alice");
        var access = await alice.ACreatedConversationAsync();
        var id = access.ConversationId;
        await backend.Daily.JoinAsync(id, access.Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? alice : other).EndAsync(id, rating: (i % 5) + 1)));

        var views = await Task.WhenAll(answers.Select(answer => answer.ShouldBeAsync<ConversationView>(HttpStatusCode.OK)));
        views.Select(view => (view.Rating, view.EndedAt)).Distinct().ShouldHaveSingleItem();
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).RoomDeletedAt is not null, "the room to go");
        (await alice.EventsAsync(id)).Count(type => type is "ended" or "room_deleted").ShouldBe(2);
        var ledger = await backend.Daily.LedgerAsync(id);
        ledger.AppMessages.Count.ShouldBe(1);
        ledger.Rooms.ShouldHaveSingleItem().DeletesWithEffect.ShouldBe(1);
        ledger.Calls.Count(call => call.Method == "DELETE").ShouldBe(1);
    }

    [Fact]
    public async Task An_operator_may_end_any_conversation_and_it_shows()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        await (await backend.As("night-shift", Role.Operator).EndAsync(id)).ShouldBeAsync<ConversationView>(HttpStatusCode.OK);

        (await alice.LookAsync(id)).EndCause.ShouldBe(EndCause.Operator);
    }

    [Fact]
    public async Task Each_step_is_repeated_until_Daily_confirms_it()
    {
        await using var backend = await Backend.StartAsync(settings => settings["Daily:Retries"] = "1");
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        var id = access.ConversationId;
        await backend.Daily.JoinAsync(id, access.Token);
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).Recording.StartedAt is not null, "the recording to start");
        await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/rooms/*/eject", status = 503, times = 6 });
        await backend.Daily.BreakAsync(new { method = "DELETE", path = "/v1/rooms/*", lost = "before", times = 3 });
        await backend.Daily.BreakAsync(new { method = "DELETE", path = "/v1/rooms/*", lost = "after", times = 2 });

        await alice.EndAsync(id);

        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).RoomDeletedAt is not null, "the room to go");
        var ledger = await backend.Daily.LedgerAsync(id);
        ledger.Rooms.ShouldHaveSingleItem().DeletesWithEffect.ShouldBe(1);
        ledger.Participants.ShouldAllBe(participant => participant.LeftAt != null);
        (await alice.EventsAsync(id)).Count(type => type == "room_deleted").ShouldBe(1);
    }

    [Fact]
    public async Task A_rating_out_of_range_is_refused_and_ends_nothing()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        foreach (var rating in new[] { 0, 6, -1 })
            (await (await alice.EndAsync(id, rating)).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe(["rating"]);
        (await (await alice.SendAsync(HttpMethod.Patch, $"/conversations/{id}", new { rating = 4.5 })).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe(["rating"]);

        (await alice.LookAsync(id)).Status.ShouldBe(ConversationStatus.Open);
    }

    [Fact]
    public async Task A_conversation_nobody_was_in_ends_without_a_recording()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        var ended = await (await alice.EndAsync(id)).ShouldBeAsync<ConversationView>(HttpStatusCode.OK);

        ended.DurationSeconds.ShouldBe(0);
        ended.Recording.Status.ShouldBe(RecordingStatus.None);
        await (await alice.GetAsync($"/conversations/{id}/recording")).ShouldBeProblemAsync(ProblemType.RecordingUnavailable);
    }

    [Fact]
    public async Task Who_joins_after_the_end_is_put_out_as_well()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/rooms/*/eject", status = 503, times = 4 });
        await backend.Daily.JoinAsync(access.ConversationId, access.Token);
        await alice.EndAsync(access.ConversationId);
        await backend.Daily.JoinAsync(access.ConversationId, access.Token);

        await Eventually.HoldsAsync(
            async () => (await backend.Daily.LedgerAsync(access.ConversationId)).Participants.All(participant => participant.LeftAt is not null), "everyone to be put out");
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(access.ConversationId)).RoomDeletedAt is not null, "the room to go");
    }

    private static async Task<Guid> AnEndedCallAsync(Backend backend, ApiClient user)
    {
        var access = await user.ACreatedConversationAsync();
        await backend.Daily.JoinAsync(access.ConversationId, access.Token);
        await Eventually.HoldsAsync(async () => (await user.LookAsync(access.ConversationId)).Recording.StartedAt is not null, "the recording to start");
        await user.EndAsync(access.ConversationId);
        await Eventually.HoldsAsync(async () => (await user.LookAsync(access.ConversationId)).Recording.Status == RecordingStatus.Ready, "the recording to be ready");
        return access.ConversationId;
    }
}
