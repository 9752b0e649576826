using System.Net;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.Creating;

public class Creating_a_conversation
{
    [Fact]
    public async Task Create_conversation_with_daily()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");

        var answer = await alice.CreateAsync(new { name = "Ngô Thị Đào", birth_date = "1990-05-17" });

        var access = await answer.ShouldBeAsync<CallAccess>(HttpStatusCode.Created);
        answer.Headers.Location!.ToString().ShouldBe($"/conversations/{access.ConversationId}");
        var ledger = await backend.Daily.LedgerAsync(access.ConversationId);
        ledger.Rooms.ShouldHaveSingleItem().DeletedAt.ShouldBeNull();
        var token = ledger.Tokens.ShouldHaveSingleItem();
        token.Exp.ShouldBe(access.ExpiresAt);
        token.UserId.ShouldBe(Rooms.ParticipantId("alice"));
        (access.ExpiresAt - TimeProvider.System.GetUtcNow()).ShouldBeInRange(TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(60));
        access.RoomUrl.ShouldEndWith(Rooms.NameOf(access.ConversationId));
        await backend.Daily.JoinAsync(access.ConversationId, access.Token);

        var view = await alice.LookAsync(access.ConversationId);
        view.Status.ShouldBe(ConversationStatus.Open);
        view.Reading.ShouldBe(new ReadingView("Ngô Thị Đào", new DateOnly(1990, 5, 17)));
        (await alice.EventsAsync(access.ConversationId)).Take(2).ShouldBe(["room_created", "token_issued"]);
    }

    [Fact]
    public async Task The_room_is_private_for_two_recorded_by_sound_pinned_and_closes_by_itself()
    {
        await using var backend = await Backend.StartAsync();
        var access = await backend.As("alice").ACreatedConversationAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(backend.Daily.Address, $"v1/rooms/{Rooms.NameOf(access.ConversationId)}"));
        request.Headers.Authorization = new("Bearer", backend.Daily.Server.ApiKey);
        var room = System.Text.Json.JsonDocument.Parse(await (await backend.Daily.Server.Control.SendAsync(request)).Content.ReadAsStringAsync()).RootElement;

        room.GetProperty("privacy").GetString().ShouldBe("private");
        var config = room.GetProperty("config");
        config.GetProperty("max_participants").GetInt32().ShouldBe(2);
        config.GetProperty("enforce_unique_user_ids").GetBoolean().ShouldBeTrue();
        config.GetProperty("enable_recording").GetString().ShouldBe("cloud-audio-only");
        config.GetProperty("eject_at_room_exp").GetBoolean().ShouldBeTrue();
        config.GetProperty("geo").GetString().ShouldBe("ap-southeast-1");
        config.TryGetProperty("lang", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reconnecting_person_is_never_refused_as_a_third()
    {
        await using var backend = await Backend.StartAsync();
        var access = await backend.As("alice").ACreatedConversationAsync();
        var assistant = await (await backend.AsAssistant().RenewTokenAsync(access.ConversationId)).ShouldBeAsync<CallAccess>(HttpStatusCode.OK);
        await backend.Daily.JoinAsync(access.ConversationId, assistant.Token);
        var ghost = await backend.Daily.JoinAsync(access.ConversationId, access.Token);

        var back = await backend.Daily.JoinAsync(access.ConversationId, access.Token);

        var inside = (await backend.Daily.LedgerAsync(access.ConversationId)).Participants.Where(participant => participant.LeftAt is null).ToList();
        inside.Count.ShouldBe(2);
        inside.ShouldContain(participant => participant.SessionId == back);
        inside.ShouldNotContain(participant => participant.SessionId == ghost);
    }

    [Fact]
    public async Task Without_a_body_it_is_in_Vietnamese_and_about_nobody_yet()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");

        var access = await (await alice.SendAsync(HttpMethod.Post, "/conversations")).ShouldBeAsync<CallAccess>(HttpStatusCode.Created);

        var view = await alice.LookAsync(access.ConversationId);
        view.Language.ShouldBe(Numeroly.Events.Conversations.Language.Vi);
        view.Reading.ShouldBeNull();
    }

    [Fact]
    public async Task Create_conversation_with_daily_token_failure()
    {
        await using var backend = await Backend.StartAsync();
        await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/meeting-tokens", status = 500, times = 0 });

        var problem = await (await backend.As("alice").CreateAsync()).ShouldBeProblemAsync(ProblemType.DailyUnavailable);

        problem.RetryAfterSeconds.ShouldNotBeNull();
        var ledger = await backend.Daily.LedgerAsync();
        ledger.Summary.RoomsCreated.ShouldBe(1);
        ledger.Summary.RoomsOpen.ShouldBe(0);
    }

    [Fact]
    public async Task Room_creation_rollback_on_token_failure()
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["Conversations:CreationBudget"] = "00:00:05";
            settings["Conversations:AbandonedAfter"] = "00:00:06";
        });
        await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/meeting-tokens", status = 400, times = 0 });
        await backend.Daily.BreakAsync(new { method = "DELETE", path = "/v1/rooms/*", status = 503, times = 6 });

        await (await backend.As("alice").CreateAsync()).ShouldBeProblemAsync(ProblemType.DailyRefused);

        (await backend.Daily.LedgerAsync()).Summary.RoomsOpen.ShouldBe(1, "Daily did not let the room be deleted at once");
        await Eventually.HoldsAsync(async () => (await backend.Daily.LedgerAsync()).Summary.RoomsOpen == 0, "the abandoned room to be deleted later");
        (await backend.Database.QueryAsync<string>("select type from mt_events")).ShouldBe(["room_abandoned"]);
        (await (await backend.As("alice").GetAsync("/conversations")).ShouldBeAsync<ConversationPage>(HttpStatusCode.OK)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_key_sent_fifty_times_at_once_makes_one_conversation()
    {
        await using var backend = await Backend.StartAsync();
        await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/rooms", delay_ms = 300, times = 0 });
        var alice = backend.As("alice");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => alice.CreateAsync(new { language = "en" }, "one-intention")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBeGreaterThanOrEqualTo(1);
        answers.Where(answer => answer.StatusCode != HttpStatusCode.Created).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Conflict);
        var again = await alice.CreateAsync(new { language = "en" }, "one-intention");
        again.Headers.GetValues(Idempotency.ReplayedHeader).ShouldBe(["true"]);
        var bodies = await Task.WhenAll(answers.Append(again).Where(answer => answer.StatusCode == HttpStatusCode.Created).Select(answer => answer.Content.ReadAsStringAsync()));
        bodies.Distinct().ShouldHaveSingleItem();
        again.Headers.Location.ShouldNotBeNull();
        (await backend.Daily.LedgerAsync()).Summary.RoomsCreated.ShouldBe(1);
        (await backend.Database.QueryAsync<long>("select count(*) from mt_streams")).ShouldBe([1]);
    }

    [Fact]
    public async Task The_same_key_for_another_request_is_refused()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        await (await alice.CreateAsync(new { language = "en" }, "key")).ShouldBeAsync<CallAccess>(HttpStatusCode.Created);

        await (await alice.CreateAsync(new { language = "vi" }, "key")).ShouldBeProblemAsync(ProblemType.IdempotencyKeyReused);
        await (await backend.As("bob").CreateAsync(new { language = "vi" }, "key")).ShouldBeAsync<CallAccess>(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_attempt_whose_clean_up_began_before_it_was_done_makes_no_conversation()
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["Conversations:CreationBudget"] = "00:00:20";
            settings["Conversations:AbandonedAfter"] = "00:00:00.5";
            settings["Daily:AttemptTimeout"] = "00:00:06";
        });
        await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/meeting-tokens", delay_ms = 2500 });

        await (await backend.As("alice").CreateAsync()).ShouldBeProblemAsync(ProblemType.DailyTimedOut);

        (await backend.Database.QueryAsync<string>("select type from mt_events")).ShouldBe(["room_abandoned"]);
        await Eventually.HoldsAsync(async () => (await backend.Daily.LedgerAsync()).Summary is { RoomsOpen: 0, RoomsDeletedMoreThanOnce: 0 }, "the room to be deleted once");
    }

    [Fact]
    public async Task A_failed_attempt_frees_its_key()
    {
        await using var backend = await Backend.StartAsync();
        await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/meeting-tokens", status = 400 });
        var alice = backend.As("alice");
        await (await alice.CreateAsync(idempotencyKey: "key")).ShouldBeProblemAsync(ProblemType.DailyRefused);

        await (await alice.CreateAsync(idempotencyKey: "key")).ShouldBeAsync<CallAccess>(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Kept_answers_do_not_show_the_token()
    {
        await using var backend = await Backend.StartAsync();
        var access = await (await backend.As("alice").CreateAsync(idempotencyKey: "key")).ShouldBeAsync<CallAccess>(HttpStatusCode.Created);

        var everything = string.Join('\n', await backend.Database.QueryAsync<string>(
            "select data::text from mt_events union all select data::text from mt_doc_conversation union all select body::text from sequencer.messages union all select encode(body, 'escape') from wolverine.wolverine_incoming_envelopes union all select body from wolverine.wolverine_deduplicated_responses"));

        everything.ShouldContain(access.ConversationId.ToString("N"));
        everything.ShouldNotContain(access.Token);
    }

    [Theory]
    [InlineData("""{"name": ""}""", "name")]
    [InlineData("""{"birth_date": "1899-12-31"}""", "birth_date")]
    [InlineData("""{"birth_date": "2999-01-01"}""", "birth_date")]
    [InlineData("""{"birth_date": "17.5.1990"}""", "birth_date")]
    [InlineData("""{"language": "fr"}""", "language")]
    [InlineData("""{"name": 7}""", "name")]
    [InlineData("""{"name": """, "body")]
    [InlineData("[]", "body")]
    public async Task Input_that_is_not_allowed_is_named(string body, string field)
    {
        await using var backend = await Backend.StartAsync();

        var answer = await backend.As("alice").CreateAsync(new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        var problem = await answer.ShouldBeProblemAsync(ProblemType.InvalidInput);
        problem.Errors!.Keys.ShouldBe([field]);
        problem.Errors[field][0].ShouldNotBeNullOrWhiteSpace();
        (await backend.Daily.LedgerAsync()).Summary.RoomsCreated.ShouldBe(0);
    }
}
