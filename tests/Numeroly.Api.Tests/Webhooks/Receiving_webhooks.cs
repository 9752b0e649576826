using System.Net;
using Numeroly.Api.Http;
using Numeroly.Events.Conversations;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Webhooks;

public class Receiving_webhooks
{
    [Fact]
    public async Task A_hundred_copies_of_one_webhook_at_once_have_one_effect()
    {
        await using var backend = await Backend.StartAsync(nodes: 2);
        var (alice, sender, news, id) = await ACallAsync(backend);
        var other = await backend.AddNodeAsync();
        var copy = news.Joined("the-same-id");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            sender.SendAsync(i % 3 == 0 ? news.Joined() : copy, node: i % 2 == 0 ? other.Address : null)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        var verdicts = await sender.VerdictsAsync();
        verdicts.Count(verdict => verdict == "accepted").ShouldBe(1);
        verdicts.Count(verdict => verdict == "duplicate").ShouldBe(99);
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).JoinedAt is not null, "the joining to be on record");
        (await alice.EventsAsync(id)).Count(type => type == "participant_joined").ShouldBe(1);
    }

    [Fact]
    public async Task Forged_altered_stale_and_future_ones_are_refused_and_recorded_as_such()
    {
        await using var backend = await Backend.StartAsync();
        var (alice, sender, news, id) = await ACallAsync(backend);
        var now = TimeProvider.System.GetUtcNow();

        await (await sender.SendAsync(news.Joined(), key: "another key"u8.ToArray())).ShouldBeProblemAsync(ProblemType.Unauthenticated);
        await (await sender.SendAsync(news.Joined(), alter: body => body.Replace("1790000000", "1790000001"))).ShouldBeProblemAsync(ProblemType.Unauthenticated);
        await (await sender.SendAsync(news.Joined(), at: now.AddHours(-3))).ShouldBeProblemAsync(ProblemType.Unauthenticated);
        await (await sender.SendAsync(news.Joined(), at: now.AddMinutes(10))).ShouldBeProblemAsync(ProblemType.Unauthenticated);
        await (await backend.Anonymous().SendAsync(HttpMethod.Post, "/webhooks/daily", news.Joined())).ShouldBeProblemAsync(ProblemType.Unauthenticated);

        (await sender.VerdictsAsync()).ShouldBe(["forged", "forged", "late", "future", "forged"]);
        (await alice.EventsAsync(id)).ShouldBe(["room_created", "token_issued"]);
        (await backend.Database.QueryAsync<byte[]>("select body from durable.webhook_deliveries")).ShouldAllBe(body => body.Length > 0);
    }

    [Fact]
    public async Task A_key_being_rotated_is_accepted_beside_the_new_one()
    {
        var previous = Convert.ToBase64String("the key before"u8.ToArray());
        await using var backend = await Backend.StartAsync(settings => settings["Daily:Webhooks:PreviousHmac"] = previous);
        var (_, sender, news, _) = await ACallAsync(backend);

        (await sender.SendAsync(news.Joined(), key: Convert.FromBase64String(previous))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sender.SendAsync(news.Left())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_concerns_no_conversation_is_kept_and_has_no_effect()
    {
        await using var backend = await Backend.StartAsync();
        var (_, sender, _, _) = await ACallAsync(backend);
        var nobodys = new CallNews(Guid.CreateVersion7(), "nobody");

        (await sender.SendAsync(nobodys.Joined())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sender.SendAsync(new { type = "streaming.started", id = "s", payload = new { } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sender.SendAsync("not even JSON")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sender.SendAsync(new { test = "test" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await sender.VerdictsAsync()).ShouldBe(["unknown_room", "ignored", "malformed"]);
        (await backend.Database.QueryAsync<long>("select count(*) from views.messages where type = 'take_in_webhook'")).ShouldBe([0]);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var backend = await Backend.StartAsync();
        var (_, sender, _, _) = await ACallAsync(backend);

        await (await sender.SendAsync(new { padding = new string('x', Limits.BodyBytes) })).ShouldBeProblemAsync(ProblemType.TooLarge);
    }

    [Fact]
    public async Task A_recording_that_fails_while_the_person_is_there_is_started_again()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync();
        await backend.Daily.JoinAsync(access.ConversationId, access.Token);
        var first = await Eventually.BecomesAsync(
            async () => (await backend.Daily.LedgerAsync(access.ConversationId)).Recordings, recordings => recordings.Count == 1, "the recording to start");

        (await backend.Daily.Server.Control.PostAsync($"/standin/recordings/{first[0].Id}/fail", null)).EnsureSuccessStatusCode();

        await Eventually.HoldsAsync(async () => (await backend.Daily.LedgerAsync(access.ConversationId)).Recordings.Count(row => row.Status == "in-progress") == 1, "recording to go on anew");
        (await alice.EndAsync(access.ConversationId)).EnsureSuccessStatusCode();
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(access.ConversationId)).Recording.Status == RecordingStatus.Ready, "the second recording to come");
    }

    private static async Task<(ApiClient Alice, WebhookSender Sender, CallNews News, Guid Id)> ACallAsync(Backend backend)
    {
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        return (alice, new WebhookSender(backend), new CallNews(id, "alice"), id);
    }
}
