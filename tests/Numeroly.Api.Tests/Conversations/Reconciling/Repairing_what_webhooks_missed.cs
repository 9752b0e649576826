using Numeroly.Api.Conversations;
using Numeroly.Events.Conversations;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.Reconciling;

public class Repairing_what_webhooks_missed
{
    [Fact]
    public async Task Without_any_webhook_a_call_is_recorded_ended_and_on_record_all_the_same()
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings.Remove("Webhooks:PublicUrl");
            settings["Conversations:LeftForGoodAfter"] = "00:00:02";
        });
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        var id = access.ConversationId;
        var session = await backend.Daily.JoinAsync(id, access.Token);
        await Eventually.HoldsAsync(async () => (await backend.Daily.LedgerAsync(id)).Recordings.Count == 1, "the recording to start");

        await backend.Daily.LeaveAsync(id, session);

        var view = await Eventually.BecomesAsync(
            () => alice.LookAsync(id), now => now.Status == ConversationStatus.Ended && now.Recording.Status == RecordingStatus.Ready && now.RoomDeletedAt is not null, "everything to be found");
        view.EndCause.ShouldBe(EndCause.LeftForGood);
        (await backend.Daily.LedgerAsync()).WebhookDeliveries.ShouldBeEmpty();
        (await alice.EventsAsync(id)).Order(StringComparer.Ordinal).ShouldBe([
            "ended", "participant_joined", "participant_left", "recording_ready", "recording_started", "room_created", "room_deleted", "token_issued",
        ]);
    }

    [Fact]
    public async Task A_room_without_a_conversation_is_counted_and_deleted()
    {
        await using var backend = await Backend.StartAsync(settings => settings["Reconciling:OrphanAfter"] = "00:00:00.2");
        var name = Rooms.NameOf(Guid.CreateVersion7());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(backend.Daily.Address, "v1/rooms")) { Content = System.Net.Http.Json.JsonContent.Create(new { name }) };
        request.Headers.Authorization = new("Bearer", backend.Daily.Server.ApiKey);
        (await backend.Daily.Server.Control.SendAsync(request)).EnsureSuccessStatusCode();

        await Eventually.HoldsAsync(async () => (await backend.Daily.LedgerAsync()).Rooms.Single(room => room.Name == name).DeletedAt is not null, "the orphan to be deleted");
    }

    [Fact]
    public async Task The_orphan_count_is_published_and_is_0()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        for (var i = 0; i < 3; i++) await alice.EndAsync((await alice.ACreatedConversationAsync()).ConversationId);

        await Eventually.HoldsAsync(
            async () => (await (await backend.Anonymous().GetAsync("/health/ready")).Content.ReadAsStringAsync()).Contains("\"orphan_rooms\":0"), "the orphan count to be published");
    }

    [Fact]
    public async Task A_deletion_that_went_to_the_dead_letters_is_set_going_again()
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["Messaging:MaxFailures"] = "2";
            settings["Reconciling:StalledAfter"] = "00:00:01";
        });
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await backend.Daily.BreakAsync(new { method = "DELETE", path = "/v1/rooms/*", status = 400, times = 3 });
        await alice.EndAsync(id);

        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).RoomDeletedAt is not null, "the room to go in the end");
        (await backend.Database.QueryAsync<string>("select type from views.dead_letters")).Distinct().ShouldBe(["delete_room"]);
        (await (await backend.Anonymous().GetAsync("/health/ready")).Content.ReadAsStringAsync()).ShouldContain("there are dead letters");
    }
}
