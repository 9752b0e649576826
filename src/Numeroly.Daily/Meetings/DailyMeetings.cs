using Numeroly.Daily.Requests;
using Refit;

namespace Numeroly.Daily.Meetings;

/// <summary>
/// Meeting sessions, past and running: https://docs.daily.co/reference/rest-api/meetings. The best source for who was in
/// a call and for how long when webhooks were lost.
/// </summary>
public sealed class DailyMeetings
{
    private readonly DailyCaller _caller;

    internal DailyMeetings(DailyCaller caller) => _caller = caller;

    /// <summary>One page of the meetings that match, with their participants.</summary>
    public Task<DailyResult<Page<Meeting>>> ListAsync(
        MeetingFilter filter, PageRequest page, CancellationToken cancellationToken) => _caller.ReadAsync(
        "meetings.list",
        (api, call) => api.ListMeetings(filter, page, call, cancellationToken),
        list => list.ToPage(page, wire => wire.ToMeeting(), meeting => meeting.Id),
        filter.RoomName);

    /// <summary>All pages, one after the other. A page that fails is given as such and is the last.</summary>
    public IAsyncEnumerable<DailyResult<Page<Meeting>>> ListAllAsync(MeetingFilter filter, CancellationToken cancellationToken) =>
        Paging.AllAsync((page, token) => ListAsync(filter, page, token), cancellationToken);

    public Task<DailyResult<Meeting>> GetAsync(string id, CancellationToken cancellationToken) =>
        _caller.ReadAsync("meetings.get", (api, call) => api.GetMeeting(id, call, cancellationToken), wire => wire.ToMeeting());

    /// <summary>One page of a meeting's participants, in the order of their joining.</summary>
    public async Task<DailyResult<Page<MeetingParticipant>>> ParticipantsAsync(
        string id, PageRequest page, CancellationToken cancellationToken)
    {
        var participants = await _caller.ReadAsync(
            "meetings.participants",
            (api, call) => api.ListParticipants(id, page.Limit, page.StartingAfter, call, cancellationToken),
            list => list.ToPage(page, wire => wire.ToParticipant(), participant => participant.SessionId));

        // Past its end the list answers 404.
        return participants.Failure?.Kind == DailyFailureKind.NotFound && page.StartingAfter is not null
            ? new Page<MeetingParticipant>([], TotalCount: null, Next: null)
            : participants;
    }
}

/// <summary>Which meetings are meant. What is null does not matter.</summary>
public sealed record MeetingFilter
{
    [AliasAs("room")]
    public string? RoomName { get; init; }

    /// <summary>Started then or later. Whole seconds.</summary>
    [AliasAs("timeframe_start")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Started before. Whole seconds.</summary>
    [AliasAs("timeframe_end")]
    public DateTimeOffset? To { get; init; }

    [AliasAs("ongoing")]
    public bool? IsOngoing { get; init; }
}
