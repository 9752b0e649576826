using Numeroly.Api.Conversations;
using Numeroly.Events.Conversations;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.Attending;

public class Ending_by_itself
{
    [Fact]
    public async Task When_nobody_comes()
    {
        await using var backend = await Backend.StartAsync(settings => settings["Conversations:NobodyCameAfter"] = "00:00:01");
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        (await EndedAsync(alice, id)).EndCause.ShouldBe(EndCause.NobodyCame);
        await Eventually.HoldsAsync(async () => (await backend.Daily.LedgerAsync()).Summary.RoomsOpen == 0, "the room to go");
    }

    [Fact]
    public async Task Not_when_somebody_came_whose_webhook_was_lost()
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["Conversations:NobodyCameAfter"] = "00:00:02";
            settings["Reconciling:Every"] = "00:05:00";
        });
        await backend.Daily.WebhookPolicyAsync(new { drop = true });
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        await backend.Daily.JoinAsync(access.ConversationId, access.Token);

        await Eventually.HoldsAsync(async () => (await alice.EventsAsync(access.ConversationId)).Contains("participant_joined"), "the joining to be found");
        (await alice.LookAsync(access.ConversationId)).Status.ShouldBe(ConversationStatus.Open);
    }

    [Fact]
    public async Task When_the_person_left_for_good()
    {
        await using var backend = await Backend.StartAsync(settings => settings["Conversations:LeftForGoodAfter"] = "00:00:01");
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        var session = await backend.Daily.JoinAsync(access.ConversationId, access.Token);

        await backend.Daily.LeaveAsync(access.ConversationId, session);

        var ended = await EndedAsync(alice, access.ConversationId);
        ended.EndCause.ShouldBe(EndCause.LeftForGood);
        ended.DurationSeconds!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Not_when_the_person_came_back_in_time()
    {
        await using var backend = await Backend.StartAsync(settings => settings["Conversations:LeftForGoodAfter"] = "00:00:05");
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        var id = access.ConversationId;
        await backend.Daily.LeaveAsync(id, await backend.Daily.JoinAsync(id, access.Token));
        await Eventually.HoldsAsync(async () => (await alice.EventsAsync(id)).Contains("participant_left"), "the leaving to be on record");

        await backend.Daily.JoinAsync(id, access.Token);

        await Eventually.HoldsAsync(
            async () => (await backend.Database.QueryAsync<long>("select count(*) from views.messages where type = 'end_if_left_for_good'")).Single() == 0, "the alarm to have rung");
        (await alice.LookAsync(id)).Status.ShouldBe(ConversationStatus.Open);
    }

    [Fact]
    public async Task When_the_limit_is_reached_though_the_person_is_there()
    {
        await using var backend = await Backend.StartAsync(settings => settings["Conversations:Limit"] = "00:00:02");
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        await backend.Daily.JoinAsync(access.ConversationId, access.Token);

        (await EndedAsync(alice, access.ConversationId)).EndCause.ShouldBe(EndCause.Limit);
        await Eventually.HoldsAsync(
            async () => (await backend.Daily.LedgerAsync()).Participants.All(participant => participant.LeftAt is not null), "the person to be put out");
    }

    [Fact]
    public async Task When_Daily_has_lost_the_room()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(backend.Daily.Address, $"v1/rooms/{Rooms.NameOf(id)}"));
        request.Headers.Authorization = new("Bearer", backend.Daily.Server.ApiKey);
        (await backend.Daily.Server.Control.SendAsync(request)).EnsureSuccessStatusCode();

        (await EndedAsync(alice, id)).EndCause.ShouldBe(EndCause.RoomExpired);
        await Eventually.HoldsAsync(async () => (await alice.EventsAsync(id)).Contains("room_deleted"), "the room's end to be on record");
    }

    private static Task<ConversationView> EndedAsync(ApiClient user, Guid id) =>
        Eventually.BecomesAsync(() => user.LookAsync(id), view => view.Status == ConversationStatus.Ended, "the conversation to end by itself");
}
