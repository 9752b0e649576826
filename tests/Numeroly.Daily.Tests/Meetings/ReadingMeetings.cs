using Numeroly.Daily.Meetings;
using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Meetings;

public sealed class ReadingMeetings
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Meetings_are_asked_for_by_room_and_time_and_read_with_who_was_there()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok(Samples.List(Samples.Meeting)));
        var filter = new MeetingFilter
        {
            RoomName = "r1",
            From = DateTimeOffset.FromUnixTimeSeconds(1795330000),
            To = DateTimeOffset.FromUnixTimeSeconds(1795340000),
            IsOngoing = false,
        };

        var page = (await daily.Client.Meetings.ListAsync(filter, new PageRequest(Limit: 20), Token)).Value.ShouldNotBeNull();

        daily.Server.Requests.ShouldHaveSingleItem().Query
            .ShouldBe("?room=r1&timeframe_start=1795330000&timeframe_end=1795340000&ongoing=false&limit=20");
        page.Next.ShouldBeNull();
        page.TotalCount.ShouldBe(1);
        var meeting = page.Items.ShouldHaveSingleItem();
        meeting.RoomName.ShouldBe("r1");
        meeting.StartedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1795338000));
        meeting.Duration.ShouldBe(TimeSpan.FromSeconds(62));
        meeting.IsOngoing.ShouldBeFalse();
        meeting.Participants.ShouldBe(
        [
            new MeetingParticipant("s1")
            {
                UserId = "u1",
                UserName = "Lan",
                JoinedAt = DateTimeOffset.FromUnixTimeSeconds(1795338001),
                Duration = TimeSpan.FromSeconds(60),
            },
        ]);
    }

    [Fact]
    public async Task Past_the_last_participant_the_list_is_empty()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Error(404, "not-found"));

        var past = await daily.Client.Meetings.ParticipantsAsync("m1", new PageRequest(StartingAfter: "s1"), Token);
        var unknown = await daily.Client.Meetings.ParticipantsAsync("m1", new PageRequest(), Token);

        past.Value.ShouldNotBeNull().Items.ShouldBeEmpty();
        unknown.Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.NotFound);
    }
}
