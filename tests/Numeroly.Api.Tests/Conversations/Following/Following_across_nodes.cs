using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Numeroly.Api.Conversations;
using Numeroly.Api.Store;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.Following;

public class Following_across_nodes
{
    // Long enough that nobody finds anything by looking.
    private const string Never = "01:00:00";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whatever_node_wrote_it_every_reader_has_it_in_order_and_once(bool withRedis)
    {
        await using var backend = await Backend.StartAsync(
            settings =>
            {
                if (!withRedis) settings.Remove("Redis:Url");
                settings["LiveFeeds:LookEvery"] = Never;
            },
            nodes: 2);
        var there = await backend.AddNodeAsync();
        var (alice, aliceThere) = (backend.As("alice"), Backend.AsOn(there, "alice"));
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await using var reader = await alice.FollowAsync(id);
        await using var readerThere = await aliceThere.FollowAsync(id);
        await Task.WhenAll(reader.HasAsync(2), readerThere.HasAsync(2));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? alice : aliceThere).SayAsync(id, $"message {i}")));

        await Task.WhenAll(reader.HasAsync(22), readerThere.HasAsync(22));
        reader.Versions.ShouldBe(Enumerable.Range(1, 22).Select(version => (long)version));
        readerThere.Versions.ShouldBe(reader.Versions);
    }

    [Fact]
    public async Task A_hundred_readers_on_two_nodes_each_have_all_of_theirs_and_nothing_else()
    {
        await using var backend = await Backend.StartAsync(settings => settings["LiveFeeds:PerUser"] = "100", nodes: 2);
        var there = await backend.AddNodeAsync();
        var alice = backend.As("alice");
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => (await alice.ACreatedConversationAsync()).ConversationId));
        var readers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i => (
            Id: ids[i % 10], Reader: await (i < 50 ? alice : Backend.AsOn(there, "alice")).FollowAsync(ids[i % 10]))));

        await Task.WhenAll(ids.SelectMany(id => Enumerable.Range(0, 5).Select(i => alice.SayAsync(id, $"message {i}"))));

        foreach (var (id, reader) in readers)
        {
            await reader.HasAsync(7);
            reader.Versions.ShouldBe([1, 2, 3, 4, 5, 6, 7]);
            reader.Events.Skip(2).ShouldAllBe(stored => stored.Type == "message_saved");
            (await alice.StreamAsync(id)).Select(stored => stored.EventId).ShouldBe(reader.Events.Select(stored => stored.EventId));
            await reader.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_node_that_stops_ends_its_feeds_and_another_goes_on_where_they_were()
    {
        await using var backend = await Backend.StartAsync();
        var leaving = await backend.AddNodeAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await using var before = await Backend.AsOn(leaving, "alice").FollowAsync(id);
        await alice.SayAsync(id, "before");
        await before.HasAsync(3);

        await backend.StopNodeAsync(leaving);
        await before.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        await alice.SayAsync(id, "meanwhile");
        await using var after = await alice.FollowAsync(id, before.Versions[^1]);
        await alice.SayAsync(id, "after");

        await after.HasAsync(2);
        before.Versions.Concat(after.Versions).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task With_Redis_gone_in_mid_run_every_event_still_comes()
    {
        await using var redis = await PrivateServer.RedisAsync();
        await using var backend = await Backend.StartAsync(settings => (settings["Redis:Url"], settings["LiveFeeds:LookEvery"]) = (redis.Url, Never));
        var there = await backend.AddNodeAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await using var reader = await Backend.AsOn(there, "alice").FollowAsync(id);
        await alice.SayAsync(id, "with Redis");
        await reader.HasAsync(3);

        await redis.StopAsync();
        for (var i = 0; i < 5; i++) (await alice.SayAsync(id, "without")).EnsureSuccessStatusCode();

        await reader.HasAsync(8);
        reader.Versions.ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
    }

    [Fact]
    public async Task What_another_program_writes_without_a_word_is_found_by_looking()
    {
        await using var backend = await Backend.StartAsync(settings => settings["LiveFeeds:LookEvery"] = "00:00:00.1");
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await using var reader = await alice.FollowAsync(id);
        await reader.HasAsync(2);

        await backend.Database.ExecuteAsync(
            $$"""
            select mt_quick_append_events('{{id}}', 'conversation', '*DEFAULT*', array['{{Guid.CreateVersion7()}}']::uuid[], array['token_issued'], array['x'],
                array['{"To": "User", "ExpiresAt": "2026-11-22T12:00:00Z"}']::jsonb[], array[null]::bytea[], array[null]::varchar[], array[null]::varchar[],
                array[null]::jsonb[], array[now()])
            """);

        await reader.HasAsync(3);
        reader.Events[2].Type.ShouldBe("token_issued");
    }

    [Fact]
    public async Task What_a_newer_node_tells_of_is_passed_over_and_nothing_after_it_is_missed()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        var types = Enumerable.Range(1, 120).Select(i => i % 40 == 0 ? "'of_a_newer_node'" : "'token_issued'").ToList();
        await backend.Database.ExecuteAsync(
            $$"""
            select mt_quick_append_events('{{id}}', 'conversation', '*DEFAULT*', array(select gen_random_uuid() from generate_series(1, 120)), array[{{string.Join(',', types)}}]::varchar[],
                array_fill('x'::varchar, array[120]), array_fill('{"To": "User", "ExpiresAt": "2026-11-22T12:00:00Z"}'::jsonb, array[120]), array_fill(null::bytea, array[120]),
                array_fill(null::varchar, array[120]), array_fill(null::varchar, array[120]), array_fill(null::jsonb, array[120]), array_fill(now(), array[120]))
            """);

        await using var reader = await alice.FollowAsync(id);

        await reader.HasAsync(119);
        reader.Versions.ShouldBe(Enumerable.Range(1, 122).Where(version => (version - 2) % 40 != 0 || version == 2).Select(version => (long)version));
    }

    [Fact]
    public async Task While_the_database_is_away_a_feed_waits_and_then_goes_on()
    {
        await using var postgres = await PrivateServer.PostgresAsync();
        await using var backend = await Backend.StartAsync(settings => (settings["Store:Database"], settings["LiveFeeds:TryAgainAfter"]) = (postgres.Url, "00:00:00.1"));
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await using var reader = await alice.FollowAsync(id);
        await reader.HasAsync(2);

        await postgres.StopAsync();
        (await alice.SayAsync(id, "not now")).IsSuccessStatusCode.ShouldBeFalse();
        await postgres.StartAsync();
        await Eventually.HoldsAsync(async () => (await alice.SayAsync(id, "now")).IsSuccessStatusCode, "saving to go on");

        await reader.HasAsync(3);
        reader.Ended.IsCompleted.ShouldBeFalse();
        reader.Versions.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Notices_between_nodes_go_through_Redis_and_again_after_it_was_away()
    {
        await using var server = await PrivateServer.RedisAsync();
        await using var backend = await Backend.StartAsync(settings => settings["Redis:Url"] = server.Url);
        await using var other = new Redis(server.Url, NullLogger<Redis>.Instance);
        var heard = new ConcurrentQueue<StreamMoved>();
        other.Subscribe(StreamNotices.Channel, text => heard.Enqueue(StreamMoved.Read(text)!.Value));
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        await Eventually.HoldsAsync(async () => await SaidAndHeardAsync(), "a notice to come");
        await server.StopAsync();
        await alice.SayAsync(id, "nobody hears of this by Redis");
        await server.StartAsync();
        heard.Clear();

        await Eventually.HoldsAsync(async () => await SaidAndHeardAsync(), "notices to come again", TimeSpan.FromSeconds(60));

        async Task<bool> SaidAndHeardAsync()
        {
            await alice.SayAsync(id, "anything");
            return heard.Any(moved => moved.Stream == id && moved.Version > 2);
        }
    }
}
