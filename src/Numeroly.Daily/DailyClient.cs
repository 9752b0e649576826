using Numeroly.Daily.Calls;
using Numeroly.Daily.Domain;
using Numeroly.Daily.Meetings;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Requests;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tokens;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Daily;

/// <summary>
/// Daily's REST API, as far as a backend needs it (criterion 02). Every call gives a <see cref="DailyResult{T}"/>,
/// keeps below Daily's rate limits, is repeated where that does no harm, and ends within its budget.
/// One instance serves the whole process.
/// </summary>
public sealed class DailyClient
{
    private readonly DailyCaller _caller;

    internal DailyClient(DailyCaller caller)
    {
        _caller = caller;
        Rooms = new DailyRooms(caller);
        Tokens = new DailyTokens(caller);
        Recordings = new DailyRecordings(caller);
        Calls = new DailyCalls(caller);
        Meetings = new DailyMeetings(caller);
        Webhooks = new DailyWebhooks(caller);
        Domain = new DailyDomain(caller);
    }

    public DailyRooms Rooms { get; }

    public DailyTokens Tokens { get; }

    public DailyRecordings Recordings { get; }

    public DailyCalls Calls { get; }

    public DailyMeetings Meetings { get; }

    public DailyWebhooks Webhooks { get; }

    public DailyDomain Domain { get; }

    /// <summary>
    /// The same client with another total time for each call in place of <see cref="DailyOptions.TotalBudget"/>: shorter
    /// where a person waits, longer where nobody does. Connections and limits are shared.
    /// </summary>
    public DailyClient Within(TimeSpan budget) => new(_caller with { Budget = budget });
}
