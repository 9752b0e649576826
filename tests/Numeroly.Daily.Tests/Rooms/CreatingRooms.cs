using Numeroly.Daily.Recordings;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Rooms;

public sealed class CreatingRooms
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_is_asked_for_in_Dailys_words_and_with_nothing_left_null()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok(Samples.Room));

        await daily.Client.Rooms.CreateOrGetAsync(
            new NewRoom("r1")
            {
                Properties = new RoomProperties
                {
                    Exp = DateTimeOffset.FromUnixTimeMilliseconds(1795341600_900),
                    EjectAtRoomExp = true,
                    EjectAfterElapsed = TimeSpan.FromMinutes(30),
                    MaxParticipants = 3,
                    EnforceUniqueUserIds = true,
                    EnableRecording = RecordingType.CloudAudioOnly,
                    StartVideoOff = true,
                    Permissions = new CallPermissions { HasPresence = true, CanSend = Grant.Only("audio"), CanAdmin = Grant.Nothing },
                    Geo = "ap-southeast-1",
                },
            },
            Token);

        daily.Server.Requests.ShouldHaveSingleItem().Body.ShouldBe(
            """{"name":"r1","privacy":"private","properties":{"exp":1795341600,"eject_at_room_exp":true,"eject_after_elapsed":1800,"max_participants":3,"enforce_unique_user_ids":true,"enable_recording":"cloud-audio-only","start_video_off":true,"permissions":{"hasPresence":true,"canSend":["audio"],"canAdmin":false},"geo":"ap-southeast-1"}}""");
    }

    [Fact]
    public async Task A_new_room_is_given_as_Daily_describes_it()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok(Samples.Room));

        var made = (await daily.Client.Rooms.CreateOrGetAsync(new NewRoom("r1"), Token)).Value.ShouldNotBeNull();

        made.FoundExisting.ShouldBeFalse();
        made.Room.ShouldBe(new Room("r1", new Uri("https://numeroly.daily.co/r1"))
        {
            Id = "b1f5",
            IsPrivate = true,
            CreatedAt = new DateTimeOffset(2026, 11, 22, 8, 59, 58, 123, TimeSpan.Zero),
            Config = new RoomProperties
            {
                Exp = DateTimeOffset.FromUnixTimeSeconds(1795341600),
                MaxParticipants = 3,
                EnableRecording = RecordingType.CloudAudioOnly,
                StartVideoOff = true,
            },
        });
    }

    [Fact]
    public async Task A_name_that_is_taken_gives_the_room_that_has_it()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(On(create: Reply.Error(400, info: "a room named r1 already exists"), get: Reply.Ok(Samples.Room)));

        var made = await daily.Client.Rooms.CreateOrGetAsync(new NewRoom("r1"), Token);

        made.Value.ShouldNotBeNull().FoundExisting.ShouldBeTrue();
        daily.Server.Requests.Select(request => request.Line).ShouldBe(["POST /v1/rooms", "GET /v1/rooms/r1"]);
    }

    public static TheoryData<string> Ambiguities => ["server error", "hang up", "hang up in body", "silence", "not Daily's"];

    [Theory]
    [MemberData(nameof(Ambiguities))]
    public async Task A_room_that_was_made_though_its_answer_never_came_is_found(string ambiguity)
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.OnSilence(() => daily.Time.Advance(TimeSpan.FromSeconds(8)));
        Reply lost = ambiguity switch
        {
            "server error" => Reply.Error(500),
            "hang up" => new Reply.HangUp(),
            "hang up in body" => new Reply.HangUpInBody(200),
            "silence" => new Reply.Silence(),
            _ => Reply.Ok("<html>"),
        };
        daily.Server.Answers(On(create: lost, get: Reply.Ok(Samples.Room)));

        var made = await daily.Client.Rooms.CreateOrGetAsync(new NewRoom("r1"), Token);

        made.Value.ShouldNotBeNull().FoundExisting.ShouldBeTrue();
    }

    [Fact]
    public async Task Time_is_kept_back_to_look_for_the_room_after_silence()
    {
        await using var daily = await DailyUnderTest.StartAsync(options => options.TotalBudget = TimeSpan.FromSeconds(20));
        daily.Server.OnSilence(() => daily.Time.Advance(TimeSpan.FromSeconds(12)));
        daily.Server.Answers(On(create: new Reply.Silence(), get: Reply.Ok(Samples.Room)));

        var made = await daily.Client.Rooms.CreateOrGetAsync(new NewRoom("r1"), Token);

        made.Value.ShouldNotBeNull().FoundExisting.ShouldBeTrue();
    }

    [Fact]
    public async Task A_repetition_that_is_refused_because_the_first_attempt_made_the_room_finds_it()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(new Reply.HangUp(), Reply.Error(400, info: "a room named r1 already exists"), Reply.Ok(Samples.Room));

        var made = await daily.Client.Rooms.CreateOrGetAsync(new NewRoom("r1"), Token);

        made.Value.ShouldNotBeNull().FoundExisting.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refusal_that_cannot_be_checked_is_temporary_and_may_have_happened()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(On(create: Reply.Error(400), get: Reply.Error(503)));

        var failure = (await daily.Client.Rooms.CreateOrGetAsync(new NewRoom("r1"), Token)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.Unavailable);
        failure.Operation.ShouldBe("rooms.create");
        failure.MayHaveHappened.ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_attempt_is_not_forgotten_when_its_repetition_is_refused()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(new Reply.HangUp(), Reply.Error(400), Reply.Error(404, "not-found"));

        var failure = (await daily.Client.Rooms.CreateOrGetAsync(new NewRoom("r1"), Token)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(DailyFailureKind.Refused);
        failure.MayHaveHappened.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_name_that_would_address_something_else_is_never_sent(string name)
    {
        await using var daily = await DailyUnderTest.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => daily.Client.Rooms.CreateOrGetAsync(new NewRoom(name), Token));
        await Should.ThrowAsync<ArgumentException>(() => daily.Client.Rooms.DeleteAsync(name, Token));

        daily.Server.Requests.ShouldBeEmpty();
    }

    private static Func<Received, Reply> On(Reply create, Reply get) => received => received.Method == "POST" ? create : get;
}
