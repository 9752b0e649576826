using System.Text.Json.Nodes;
using Numeroly.Daily.Calls;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tokens;

namespace Numeroly.Daily.Tests.AgainstTheStandIn;

/// <summary>Effects happen once, whatever becomes of their answers; the ledger is the judge.</summary>
public sealed class MeetingFaults
{
    private const string RoomName = "conversation-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("before", false)]
    [InlineData("after", true)]
    public async Task A_room_whose_creation_lost_its_answer_is_there_once(string lost, bool foundExisting)
    {
        await using var daily = await StandInUnderTest.StartAsync();
        await daily.InjectAsync(new JsonObject { ["method"] = "POST", ["path"] = "/v1/rooms", ["lost"] = lost });

        (await daily.Client.Rooms.CreateOrGetAsync(new NewRoom(RoomName), Token)).Value.ShouldNotBeNull().FoundExisting.ShouldBe(foundExisting);

        (await daily.LedgerAsync())["summary"]!["rooms_created"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_deletion_that_lost_its_answer_took_effect_once()
    {
        await using var daily = await StandInUnderTest.StartAsync();
        await daily.Client.Rooms.CreateOrGetAsync(new NewRoom(RoomName), Token);
        await daily.InjectAsync(new JsonObject { ["method"] = "DELETE", ["path"] = "/v1/rooms/*", ["lost"] = "after" });

        (await daily.Client.Rooms.DeleteAsync(RoomName, Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: true));

        (await daily.LedgerAsync())["rooms"]!.AsArray().ShouldHaveSingleItem()!["deletes_with_effect"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_lost_its_answer_reached_the_app_once()
    {
        await using var daily = await WithACallAsync();
        await daily.InjectAsync(new JsonObject { ["path"] = "/v1/rooms/*/send-app-message", ["lost"] = "after" });

        var failure = (await daily.Client.Calls.SendAppMessageAsync(RoomName, Samples.Message, "*", Token)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.AnswerLost);
        failure.MayHaveHappened.ShouldBeTrue();
        (await daily.LedgerAsync())["app_messages"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_recording_whose_start_lost_its_answer_runs_once()
    {
        await using var daily = await WithACallAsync();
        await daily.InjectAsync(new JsonObject { ["path"] = "/v1/rooms/*/recordings/start", ["lost"] = "after" });

        (await daily.Client.Calls.StartRecordingAsync(RoomName, new RecordingOptions(), Token)).Value.ShouldBe(new RecordingStarted(WasAlreadyRunning: true));

        (await daily.LedgerAsync())["recordings"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_passes_is_waited_out(int status)
    {
        await using var daily = await StandInUnderTest.StartAsync();
        await daily.InjectAsync(new JsonObject { ["path"] = "**", ["status"] = status, ["retry_after"] = 0, ["times"] = 2 });

        (await daily.Client.Rooms.CreateOrGetAsync(new NewRoom(RoomName), Token)).IsSuccess.ShouldBeTrue();

        (await daily.LedgerAsync())["summary"]!["calls_with_fault"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_Daily_that_hangs_is_given_up_and_asked_again()
    {
        await using var daily = await StandInUnderTest.StartAsync(options => options.AttemptTimeout = TimeSpan.FromSeconds(2));
        await daily.InjectAsync(new JsonObject { ["path"] = "/v1/meeting-tokens", ["hang"] = true });

        (await daily.Client.Tokens.CreateAsync(new NewMeetingToken(RoomName, "u1"), Token)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task More_calls_than_Daily_allows_are_spread_instead_of_being_turned_away()
    {
        await using var daily = await StandInUnderTest.StartAsync();

        var rooms = await Task.WhenAll(Enumerable.Range(0, 130).Select(n => daily.Client.Rooms.CreateOrGetAsync(new NewRoom($"r{n}"), Token)));

        rooms.ShouldAllBe(room => room.IsSuccess);
        var calls = (await daily.LedgerAsync())["calls"]!.AsArray().Select(call => call!["status"]!.GetValue<int>()).ToList();
        calls.Count(status => status == 200).ShouldBe(130);

        // What leaves in time may arrive late where the processors are busy. Without any spreading it is thirty, again and again.
        calls.Count(status => status == 429).ShouldBeLessThan(15);
    }

    private static async Task<StandInUnderTest> WithACallAsync()
    {
        var daily = await StandInUnderTest.StartAsync();
        await daily.Client.Rooms.CreateOrGetAsync(new NewRoom(RoomName), Token);
        var token = (await daily.Client.Tokens.CreateAsync(new NewMeetingToken(RoomName, "user-1"), Token)).Value.ShouldNotBeNull();
        await daily.JoinAsync(RoomName, token.Jwt.Reveal());
        return daily;
    }
}
