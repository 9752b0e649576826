using Numeroly.Daily.Calls;
using Numeroly.Daily.Meetings;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tokens;

namespace Numeroly.Daily.Tests.AgainstTheStandIn;

public sealed class LivingThroughAConversation
{
    private const string RoomName = "conversation-1";

    private static readonly NewRoom Wanted = new(RoomName)
    {
        Properties = new RoomProperties
        {
            Exp = TimeProvider.System.GetUtcNow().AddHours(1),
            EjectAtRoomExp = true,
            MaxParticipants = 3,
            EnforceUniqueUserIds = true,
            EnableRecording = RecordingType.CloudAudioOnly,
            StartVideoOff = true,
            EnableScreenshare = false,
            Permissions = new CallPermissions { CanSend = Grant.Only("audio") },
            Geo = "ap-southeast-1",
        },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_is_made_once_and_is_gone_after_the_end()
    {
        await using var daily = await StandInUnderTest.StartAsync();
        var rooms = daily.Client.Rooms;

        var made = (await rooms.CreateOrGetAsync(Wanted, Token)).Value.ShouldNotBeNull();
        var again = (await rooms.CreateOrGetAsync(Wanted, Token)).Value.ShouldNotBeNull();
        var listed = (await rooms.ListAsync(new PageRequest(), Token)).Value.ShouldNotBeNull();

        made.FoundExisting.ShouldBeFalse();
        made.Room.IsPrivate.ShouldBeTrue();
        made.Room.Config.EnableRecording.ShouldBe(RecordingType.CloudAudioOnly);
        again.FoundExisting.ShouldBeTrue();
        again.Room.Url.ShouldBe(made.Room.Url);
        listed.Items.ShouldHaveSingleItem().Name.ShouldBe(RoomName);

        (await rooms.DeleteAsync(RoomName, Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: false));
        (await rooms.DeleteAsync(RoomName, Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: true));
        (await rooms.GetAsync(RoomName, Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.NotFound);
    }

    [Fact]
    public async Task A_call_is_joined_watched_addressed_and_ended()
    {
        await using var daily = await StandInUnderTest.StartAsync();
        var calls = daily.Client.Calls;
        await daily.Client.Rooms.CreateOrGetAsync(Wanted, Token);

        (await calls.PresenceAsync(RoomName, Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.NoCallRunning);

        var user = await JoinAsync(daily, new NewMeetingToken(RoomName, "user-1") { Exp = Wanted.Properties.Exp });
        var assistant = await JoinAsync(daily, new NewMeetingToken(RoomName, "assistant-1") { IsOwner = true });
        var present = (await calls.PresenceAsync(RoomName, Token)).Value.ShouldNotBeNull();
        var everywhere = (await calls.PresenceEverywhereAsync(Token)).Value.ShouldNotBeNull();
        await calls.SendAppMessageAsync(RoomName, Samples.Message, user, Token);

        present.Select(one => one.SessionId).ShouldBe([user, assistant], ignoreOrder: true);
        everywhere[RoomName].Select(one => one.UserId).ShouldBe(["user-1", "assistant-1"], ignoreOrder: true);
        (await daily.LedgerAsync())["app_messages"]!.AsArray().ShouldHaveSingleItem()!["reached"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe(user);

        (await calls.EjectAsync(RoomName, Ejection.OfUsers("user-1", "assistant-1", "nobody"), Token)).Value.ShouldNotBeNull()
            .SessionIds.ShouldBe([user, assistant], ignoreOrder: true);
        (await calls.EjectAsync(RoomName, Ejection.OfUsers("user-1"), Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.NoCallRunning);

        var meeting = await Eventually.GetAsync(
            async () => (await daily.Client.Meetings.ListAsync(new MeetingFilter { RoomName = RoomName, IsOngoing = false }, new PageRequest(), Token))
                .Value.ShouldNotBeNull().Items.SingleOrDefault(),
            Token);
        meeting.Participants.Select(one => one.UserId).ShouldBe(["user-1", "assistant-1"], ignoreOrder: true);
        (await daily.Client.Meetings.GetAsync(meeting.Id, Token)).Value.ShouldNotBeNull().RoomName.ShouldBe(RoomName);
        var first = (await daily.Client.Meetings.ParticipantsAsync(meeting.Id, new PageRequest(Limit: 2), Token)).Value.ShouldNotBeNull();
        first.Items.Count.ShouldBe(2);
        (await daily.Client.Meetings.ParticipantsAsync(meeting.Id, first.Next.ShouldNotBeNull(), Token)).Value.ShouldNotBeNull().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recording_runs_once_stops_once_and_can_be_fetched_and_deleted()
    {
        await using var daily = await StandInUnderTest.StartAsync();
        var (calls, recordings) = (daily.Client.Calls, daily.Client.Recordings);
        var options = new RecordingOptions { Type = RecordingType.CloudAudioOnly, InstanceId = Guid.NewGuid(), Layout = RecordingLayout.AudioOnly };
        await daily.Client.Rooms.CreateOrGetAsync(Wanted, Token);

        (await calls.StartRecordingAsync(RoomName, options, Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.NoCallRunning);
        await JoinAsync(daily, new NewMeetingToken(RoomName, "user-1"));
        (await calls.StartRecordingAsync(RoomName, options, Token)).Value.ShouldBe(new RecordingStarted(WasAlreadyRunning: false));
        (await calls.StartRecordingAsync(RoomName, options, Token)).Value.ShouldBe(new RecordingStarted(WasAlreadyRunning: true));
        (await calls.StopRecordingAsync(RoomName, options.InstanceId, Token)).Value.ShouldBe(new RecordingStopped(WasNotRunning: false));
        (await calls.StopRecordingAsync(RoomName, options.InstanceId, Token)).Value.ShouldBe(new RecordingStopped(WasNotRunning: true));

        var finished = await Eventually.GetAsync(
            async () => (await recordings.ListAsync(RoomName, new PageRequest(), Token))
                .Value.ShouldNotBeNull().Items.SingleOrDefault(one => one.Status == RecordingStatus.Finished),
            Token);
        finished.RoomName.ShouldBe(RoomName);
        finished.Duration.ShouldNotBeNull();
        var link = (await recordings.GetLinkAsync(finished.Id, TimeSpan.FromMinutes(10), Token)).Value.ShouldNotBeNull();
        using var fetched = await new HttpClient().GetAsync(new Uri(link.Link.Reveal()), Token);
        fetched.IsSuccessStatusCode.ShouldBeTrue();

        (await recordings.DeleteAsync(finished.Id, Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: false));
        (await recordings.DeleteAsync(finished.Id, Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: true));
        (await recordings.GetAsync(finished.Id, Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.NotFound);
    }

    [Fact]
    public async Task The_assistants_token_starts_the_recording_when_it_joins()
    {
        await using var daily = await StandInUnderTest.StartAsync();
        await daily.Client.Rooms.CreateOrGetAsync(Wanted, Token);

        await JoinAsync(daily, new NewMeetingToken(RoomName, "assistant-1")
        {
            IsOwner = true,
            StartCloudRecording = true,
            StartCloudRecordingOpts = new RecordingOptions { Type = RecordingType.CloudAudioOnly, InstanceId = Guid.NewGuid(), Layout = RecordingLayout.AudioOnly },
        });

        (await daily.Client.Calls.StartRecordingAsync(RoomName, new RecordingOptions(), Token)).IsSuccess.ShouldBeTrue();
        (await daily.Client.Recordings.ListAsync(RoomName, new PageRequest(), Token)).Value.ShouldNotBeNull()
            .Items.ShouldContain(one => one.Status == RecordingStatus.InProgress && one.Type == RecordingType.CloudAudioOnly);
    }

    [Fact]
    public async Task What_Daily_refuses_is_refused()
    {
        await using var daily = await StandInUnderTest.StartAsync();
        var past = TimeProvider.System.GetUtcNow().AddHours(-1);

        var room = await daily.Client.Rooms.CreateOrGetAsync(new NewRoom("r1") { Properties = new RoomProperties { Exp = past } }, Token);
        var badName = await daily.Client.Rooms.CreateOrGetAsync(new NewRoom("thần số"), Token);
        var token = await daily.Client.Tokens.CreateAsync(new NewMeetingToken("r1", "u1") { Exp = past }, Token);

        foreach (var failure in (DailyFailure?[])[room.Failure, badName.Failure, token.Failure])
        {
            failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Refused);
            failure.Error.ShouldBe("invalid-request-error");
            failure.MayHaveHappened.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task The_domain_answers_to_its_key_only()
    {
        await using var daily = await StandInUnderTest.StartAsync();
        await using var stranger = await StandInUnderTest.StartAsync(options => options.ApiKey = "another-key");
        await using var nobody = await StandInUnderTest.StartAsync(options => options.ApiKey = null);

        (await daily.Client.Domain.GetAsync(Token)).Value.ShouldNotBeNull().Name.ShouldBe("standin");
        (await stranger.Client.Domain.GetAsync(Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Unauthorized);
        (await nobody.Client.Domain.GetAsync(Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Unauthorized);
    }

    private static async Task<string> JoinAsync(StandInUnderTest daily, NewMeetingToken wanted)
    {
        var token = (await daily.Client.Tokens.CreateAsync(wanted, Token)).Value.ShouldNotBeNull();
        return await daily.JoinAsync(wanted.RoomName, token.Jwt.Reveal());
    }
}
