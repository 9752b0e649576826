using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Migrating;

public class Taking_over_a_store
{
    [Fact]
    public async Task Every_conversation_reads_as_before_and_what_was_due_is_done_once_and_in_order()
    {
        await using var before = await StoreBefore.LoadAsync();
        await using var backend = await before.StartAsync();
        await WhatWasDueIsDoneAsync(backend);

        foreach (var facts in before.Facts.Conversations)
        {
            var owner = backend.As(facts.Owner);
            var seen = await owner.LookAsync(facts.Id);
            var transcript = await owner.TranscriptAsync(facts.Id);

            (await owner.EventsAsync(facts.Id)).ShouldBe(facts.Events, facts.Which);
            new ConversationFacts(
                facts.Which,
                seen.ConversationId,
                facts.Owner,
                seen.Language,
                seen.Reading?.Name,
                seen.Reading?.BirthDate,
                seen.JoinedAt is not null,
                seen.Status,
                seen.Version,
                seen.EndCause,
                seen.Rating,
                $"{seen.Recording.Status}".ToLowerInvariant(),
                seen.RoomDeletedAt is not null,
                facts.Events,
                facts.Messages).ShouldBe(facts);
            transcript.Select(said => new MessageFacts(said.MessageId, said.Speaker, said.Text, said.Heard)).ShouldBe(facts.Messages, facts.Which);
        }

        var ledger = await backend.Daily.LedgerAsync();
        ledger.Summary.RoomsDeletedMoreThanOnce.ShouldBe(0);
        ledger.Rooms.Where(room => room.DeletedAt is null).Select(room => room.Name).ShouldBe(
            before.Facts.Conversations.Where(facts => !facts.RoomDeleted).Select(facts => Rooms.NameOf(facts.Id))
                .Concat([Rooms.NameOf(DeadAbandoned), Rooms.NameOf(CreatingFarOff)]),
            ignoreOrder: true);
        (await CallsOfAsync(backend, AnnouncingTheEnd)).ShouldBe(["send-app-message", "recordings/stop", "eject", "DELETE"]);
        (await CallsOfAsync(backend, StoppingTheRecording)).ShouldBe(["recordings/stop", "eject", "DELETE"]);
        (await CallsOfAsync(backend, ReachingItsLimit)).ShouldBe(["send-app-message", "recordings/stop", "eject", "DELETE"]);
    }

    [Fact]
    public async Task What_is_not_due_waits_until_it_is_and_dead_letters_stay_what_they_are()
    {
        await using var before = await StoreBefore.LoadAsync();
        var scheduled = await before.Database.QueryAsync<string>(
            """
            select concat_ws(' ', stream_id, replace(type, 'delete_room_unless_created', 'abandon_unless_created'), date_trunc('milliseconds', due_at))
            from durable.messages where due_at > now() order by 1
            """);
        var dead = await before.Database.QueryAsync<string>(
            "select concat_ws(' ', id, stream_id, type, failure, died_at) from durable.dead_letters order by 1");
        var summoned = await before.Database.QueryAsync<Guid>(
            "select (body ->> 'ConversationId')::uuid from durable.messages where type = 'attend_conversation' order by 1");
        await using var backend = await before.StartAsync();
        await WhatWasDueIsDoneAsync(backend);

        scheduled.Count.ShouldBe(60);
        (await backend.Database.QueryAsync<string>(
            """
            select concat_ws(' ', conversation_id, type, date_trunc('milliseconds', due_at)) from views.messages
            where place = 0 and due_at > now() + interval '1 year' order by 1
            """)).ShouldBe(scheduled);
        dead.Count.ShouldBe(4);
        (await backend.Database.QueryAsync<string>(
            "select concat_ws(' ', id, conversation_id, type, failure, died_at) from views.dead_letters order by 1")).ShouldBe(dead);
        (await backend.Database.QueryAsync<Guid>("select conversation_id from durable.summons order by 1")).ShouldBe(summoned);
    }

    [Fact]
    public async Task A_dead_letter_is_replayed_and_starting_again_changes_nothing()
    {
        await using var before = await StoreBefore.LoadAsync();
        await using var backend = await before.StartAsync();
        await WhatWasDueIsDoneAsync(backend);

        foreach (var letter in await backend.Database.QueryAsync<Guid>("select id from views.dead_letters"))
        {
            await backend.Database.ExecuteAsync($"update wolverine.wolverine_dead_letters set replayable = true where id = '{letter}'");
            await Eventually.HoldsAsync(
                async () => (await backend.Database.QueryAsync<long>($"select count(*) from sequencer.messages where id = '{letter}'")).Single() == 0,
                $"{letter} to be done");
        }

        await WhatWasDueIsDoneAsync(backend);

        (await backend.Database.QueryAsync<string>("select type from views.dead_letters")).ShouldBeEmpty();
        (await backend.As("bob").LookAsync(DeadDeletion)).RoomDeletedAt.ShouldNotBeNull();
        (await backend.Daily.LedgerAsync()).Summary.RoomsDeletedMoreThanOnce.ShouldBe(0);

        var stored = await AllAsync(backend);
        await backend.StopNodeAsync(backend.Node);
        await backend.AddNodeAsync();
        await SweepAsync(backend);

        (await AllAsync(backend)).ShouldBe(stored);
    }

    [Fact]
    public async Task An_answered_request_is_answered_the_same_again()
    {
        await using var before = await StoreBefore.LoadAsync();
        await using var backend = await before.StartAsync();

        foreach (var facts in before.Facts.Keys)
        {
            using var body = new StringContent(facts.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var answer = await backend.As(facts.Owner).SendAsync(new HttpMethod(facts.Method), facts.Path, body, facts.Key);
            var text = await answer.Content.ReadAsStringAsync();

            ((int)answer.StatusCode).ShouldBe(facts.Status, $"{facts.Owner} {facts.Key} {text}");
            answer.Headers.Contains(Idempotency.ReplayedHeader).ShouldBe(facts.Answered, facts.Key);
            JsonElement.DeepEquals(JsonDocument.Parse(text).RootElement, facts.Answer).ShouldBe(facts.Answered, $"{facts.Owner} {facts.Key} {text}");
        }
    }

    [Fact]
    public async Task What_a_node_of_the_version_before_still_writes_is_taken_over_once_it_is_not_at_work_on_it()
    {
        await using var before = await StoreBefore.LoadAsync();
        await using var backend = await before.StartAsync();
        await WhatWasDueIsDoneAsync(backend);
        await using (var node = await backend.Database.OpenAsync())
        {
            await ExecuteAsync(node, $"select pg_advisory_lock(x'4E756D65'::integer, hashtext('{Fresh}'))");
            await ExecuteAsync(
                node,
                $$"""
                insert into durable.messages (id, stream_id, type, body, due_at, available_at) values
                (gen_random_uuid(), '{{Fresh}}', 'end_at_limit', '{}', now(), now()),
                (gen_random_uuid(), '{{BeingCreated}}', 'delete_room_unless_created', '{"RoomName":"room"}',
                    now() + interval '1 minute', now() + interval '1 minute')
                """);

            await SweepAsync(backend);
            (await LeftAsync(backend)).ShouldBe([Fresh, BeingCreated]);
        }

        await SweepAsync(backend);
        (await LeftAsync(backend)).ShouldBe([BeingCreated]);
        await Eventually.HoldsAsync(async () => (await backend.As("alice").LookAsync(Fresh)).RoomDeletedAt is not null, "the conversation to end at its limit");
    }

    private static readonly Guid Fresh = new("01a22ec9-16b6-7b3a-bda5-543576a68b94");
    private static readonly Guid BeingCreated = new("01a22ec9-ffff-7000-8000-000000000000");
    private static readonly Guid AnnouncingTheEnd = new("01a22ec8-c08a-75f1-9713-a051752fa6b7");
    private static readonly Guid StoppingTheRecording = new("01a22ec8-c200-7829-95ee-14f333a29753");
    private static readonly Guid ReachingItsLimit = new("01a22ec8-fe4e-7c96-81ef-eb14309a7d5e");
    private static readonly Guid DeadDeletion = new("01a22ec8-2546-766a-a12b-09d383c7b0ef");
    private static readonly Guid DeadAbandoned = new("01a22ec8-30b6-7bf3-9e9f-43dc840406df");
    private static readonly Guid CreatingFarOff = new("01a22ec9-3142-79f0-b060-3706d82d6bd0");

    private static Task WhatWasDueIsDoneAsync(Backend backend) => Eventually.HoldsAsync(
        async () => (await backend.Database.QueryAsync<long>(
            """
            select (select count(*) from durable.messages) + (select count(*) from sequencer.messages where died_at is null)
                 + (select count(*) from wolverine.wolverine_incoming_envelopes
                    where status = 'Incoming' or status = 'Scheduled' and execution_time < now() + interval '1 year')
            """)).Single() == 0,
        "all that was due to be done");

    private static Task<IReadOnlyList<Guid>> LeftAsync(Backend backend) => backend.Database.QueryAsync<Guid>("select stream_id from durable.messages order by 1");

    private static async Task<IReadOnlyList<string>> CallsOfAsync(Backend backend, Guid conversation) =>
        [.. (await backend.Daily.LedgerAsync(conversation)).Calls
            .Where(call => call.Method != "GET")
            .Select(call => call.Method == "DELETE" ? call.Method : call.Path.Split($"{Rooms.NameOf(conversation)}/")[^1])];

    private static Task SweepAsync(Backend backend) =>
        backend.Node.Services.GetServices<IHostedService>().OfType<SequencerSweep>().Single().SweepAsync(CancellationToken.None);

    // Everything that taking over writes, as text.
    private static Task<IReadOnlyList<string>> AllAsync(Backend backend) => backend.Database.QueryAsync<string>(
        """
        select e::text from public.mt_events e
        union all select s::text from durable.summons s
        union all select m::text from sequencer.messages m
        union all select concat_ws(' ', id, status, execution_time) from wolverine.wolverine_incoming_envelopes where status = 'Scheduled'
        union all select d::text from wolverine.wolverine_dead_letters d
        union all select concat_ws(' ', deduplication_id, status_code, body) from wolverine.wolverine_deduplicated_responses
        order by 1
        """);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
