using Numeroly.Daily.Reading;
using Numeroly.Daily.Resilience;

namespace Numeroly.Daily.Meetings;

/// <summary>
/// Meeting sessions, past and running: https://docs.daily.co/reference/rest-api/meetings. The best source for who was in
/// a call and for how long when webhooks were lost.
/// </summary>
public sealed class DailyMeetings
{
    private static readonly DailyOperation List = DailyOperation.Reading("meetings.list");

    private static readonly DailyOperation Get = DailyOperation.Reading("meetings.get");

    private static readonly DailyOperation Participants = DailyOperation.Reading("meetings.participants");

    private readonly DailyCaller _caller;

    internal DailyMeetings(DailyCaller caller) => _caller = caller;

    /// <summary>One page of the meetings that match, with their participants.</summary>
    public Task<DailyResult<Page<Meeting>>> ListAsync(MeetingFilter filter, PageRequest page, CancellationToken cancellationToken) => _caller.SendAsync(
        new DailyCall(
            List,
            "meetings".WithQuery(
                ("room", filter.RoomName),
                ("timeframe_start", filter.From),
                ("timeframe_end", filter.To),
                ("ongoing", filter.IsOngoing),
                ("limit", page.Limit),
                ("starting_after", page.StartingAfter)),
            filter.RoomName),
        AnswerReading.AsPage(DailyJson.Default.ListWireMeetingWire, page, wire => wire.ToMeeting(), meeting => meeting.Id),
        cancellationToken);

    /// <summary>All pages, one after the other. A page that fails is given as such and is the last.</summary>
    public IAsyncEnumerable<DailyResult<Page<Meeting>>> ListAllAsync(MeetingFilter filter, CancellationToken cancellationToken) =>
        Paging.AllAsync(new PageRequest(), (page, token) => ListAsync(filter, page, token), cancellationToken);

    public Task<DailyResult<Meeting>> GetAsync(string id, CancellationToken cancellationToken) => _caller.SendAsync(
        new DailyCall(Get, RequestPath.Of("meetings", id)),
        AnswerReading.As(DailyJson.Default.MeetingWire, wire => wire.ToMeeting()),
        cancellationToken);

    /// <summary>One page of a meeting's participants, in the order of their joining.</summary>
    public async Task<DailyResult<Page<MeetingParticipant>>> ParticipantsAsync(string id, PageRequest page, CancellationToken cancellationToken)
    {
        var participants = await _caller.SendAsync(
            new DailyCall(
                Participants,
                RequestPath.Of("meetings", id, "participants").WithQuery(("limit", page.Limit), ("joined_after", page.StartingAfter))),
            AnswerReading.AsPage(DailyJson.Default.ListWireMeetingParticipantWire, page, wire => wire.ToParticipant(), participant => participant.SessionId),
            cancellationToken);

        // Past its end the list answers 404.
        return participants.Failure?.Kind == DailyFailureKind.NotFound && page.StartingAfter is not null
            ? new Page<MeetingParticipant>([], TotalCount: null, Next: null)
            : participants;
    }
}

/// <summary>Which meetings are meant. What is null does not matter.</summary>
public sealed record MeetingFilter
{
    public string? RoomName { get; init; }

    /// <summary>Started then or later. Whole seconds.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Started before. Whole seconds.</summary>
    public DateTimeOffset? To { get; init; }

    public bool? IsOngoing { get; init; }
}
