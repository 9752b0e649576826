using Numeroly.Daily.Calls;
using Numeroly.Daily.Meetings;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tests.Fakes;
using Numeroly.Daily.Tokens;

namespace Numeroly.Daily.Tests;

/// <summary>Every call the client offers, with what is expected of it.</summary>
/// <param name="Name">As in logs and metrics.</param>
/// <param name="Line">Method and path of the request it is about.</param>
/// <param name="Make">Makes it and gives its failure.</param>
/// <param name="Good">A body that Daily answers it with.</param>
internal sealed record EveryCall(string Name, string Line, Func<DailyClient, Task<DailyFailure?>> Make, string Good)
{
    public bool LeavesTrace { get; init; }

    public bool Repeatable { get; init; } = true;

    public DailyFailureKind NotFound { get; init; } = DailyFailureKind.NotFound;

    /// <summary>Statuses that say the thing is so already.</summary>
    public IReadOnlyList<int> AlreadySo { get; init; } = [];

    /// <summary>Only the status of its answer counts.</summary>
    public bool ReadsNothing { get; init; }

    /// <summary>What Daily says when it is asked, after a failure, how things stand.</summary>
    public Reply? Afterwards { get; init; }

    public static IReadOnlyList<EveryCall> All { get; } =
    [
        new("domain.get", "GET /v1/", Of(d => d.Domain.GetAsync(Token)), """{"domain_name":"numeroly","domain_id":"d1"}"""),
        new("rooms.create", "POST /v1/rooms", Of(d => d.Rooms.CreateOrGetAsync(new NewRoom("r1"), Token)), Samples.Room)
        {
            LeavesTrace = true,
            Afterwards = Reply.Error(404, "not-found"),
        },
        new("rooms.get", "GET /v1/rooms/r1", Of(d => d.Rooms.GetAsync("r1", Token)), Samples.Room),
        new("rooms.list", "GET /v1/rooms?limit=100", Of(d => d.Rooms.ListAsync(new PageRequest(), Token)), Samples.List(Samples.Room)),
        new("rooms.delete", "DELETE /v1/rooms/r1", Of(d => d.Rooms.DeleteAsync("r1", Token)), """{"deleted":true,"name":"r1"}""")
        {
            LeavesTrace = true,
            AlreadySo = [404],
            ReadsNothing = true,
        },
        new("meeting-tokens.create", "POST /v1/meeting-tokens", Of(d => d.Tokens.CreateAsync(new NewMeetingToken("r1", "u1"), Token)), """{"token":"ey.jwt"}"""),
        new("recordings.list", "GET /v1/recordings?room_name=r1&limit=100", Of(d => d.Recordings.ListAsync("r1", new PageRequest(), Token)), Samples.List(Samples.Recording)),
        new("recordings.get", "GET /v1/recordings/rec1", Of(d => d.Recordings.GetAsync("rec1", Token)), Samples.Recording),
        new("recordings.access-link", "GET /v1/recordings/rec1/access-link", Of(d => d.Recordings.GetLinkAsync("rec1", validFor: null, Token)), """{"download_link":"https://files.example/rec1","expires":1790000000}"""),
        new("recordings.delete", "DELETE /v1/recordings/rec1", Of(d => d.Recordings.DeleteAsync("rec1", Token)), """{"deleted":true,"id":"rec1"}""")
        {
            LeavesTrace = true,
            AlreadySo = [404],
            ReadsNothing = true,
        },
        new("calls.send-app-message", "POST /v1/rooms/r1/send-app-message", Of(d => d.Calls.SendAppMessageAsync("r1", Samples.Message, "*", Token)), """{"sent":"true"}""")
        {
            LeavesTrace = true,
            Repeatable = false,
            NotFound = DailyFailureKind.NoCallRunning,
            ReadsNothing = true,
        },
        new("calls.eject", "POST /v1/rooms/r1/eject", Of(d => d.Calls.EjectAsync("r1", Ejection.OfUsers("u1"), Token)), """{"ejectedIds":["s1"]}""")
        {
            LeavesTrace = true,
            NotFound = DailyFailureKind.NoCallRunning,
        },
        new("calls.presence", "GET /v1/rooms/r1/presence", Of(d => d.Calls.PresenceAsync("r1", Token)), Samples.List("""{"id":"s1","room":"r1","userId":"u1","userName":"Lan","joinTime":"2026-11-22T09:00:00.000Z","duration":7}"""))
        {
            NotFound = DailyFailureKind.NoCallRunning,
        },
        new("presence", "GET /v1/presence", Of(d => d.Calls.PresenceEverywhereAsync(Token)), """{"r1":[{"id":"s1"}]}"""),
        new("recordings.start", "POST /v1/rooms/r1/recordings/start", Of(d => d.Calls.StartRecordingAsync("r1", new RecordingOptions(), Token)), """{"status":"sent"}""")
        {
            LeavesTrace = true,
            NotFound = DailyFailureKind.NoCallRunning,
            ReadsNothing = true,
            Afterwards = Reply.Ok("""{"total_count":0,"data":[]}"""),
        },
        new("recordings.stop", "POST /v1/rooms/r1/recordings/stop", Of(d => d.Calls.StopRecordingAsync("r1", instanceId: null, Token)), """{"status":"sent"}""")
        {
            LeavesTrace = true,
            AlreadySo = [400, 404],
            ReadsNothing = true,
        },
        new("meetings.list", "GET /v1/meetings?limit=100", Of(d => d.Meetings.ListAsync(new MeetingFilter(), new PageRequest(), Token)), Samples.List(Samples.Meeting)),
        new("meetings.get", "GET /v1/meetings/m1", Of(d => d.Meetings.GetAsync("m1", Token)), Samples.Meeting),
        new("meetings.participants", "GET /v1/meetings/m1/participants?limit=100", Of(d => d.Meetings.ParticipantsAsync("m1", new PageRequest(), Token)), Samples.List("""{"participant_id":"s1"}""")),
        new("webhooks.list", "GET /v1/webhooks", Of(d => d.Webhooks.ListAsync(Token)), $"[{Samples.Webhook}]"),
        new("webhooks.get", "GET /v1/webhooks/w1", Of(d => d.Webhooks.GetAsync("w1", Token)), Samples.Webhook),
        new("webhooks.create", "POST /v1/webhooks", Of(d => d.Webhooks.CreateAsync(Samples.Settings, Token)), Samples.Webhook)
        {
            LeavesTrace = true,
            Repeatable = false,
        },
        new("webhooks.update", "POST /v1/webhooks/w1", Of(d => d.Webhooks.UpdateAsync("w1", Samples.Settings, Token)), Samples.Webhook) { LeavesTrace = true },
        new("webhooks.delete", "DELETE /v1/webhooks/w1", Of(d => d.Webhooks.DeleteAsync("w1", Token)), """{"deleted":true}""")
        {
            LeavesTrace = true,
            AlreadySo = [404],
            ReadsNothing = true,
        },
    ];

    public static TheoryData<string> Names => [.. All.Select(call => call.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static EveryCall Named(string name) => All.Single(call => call.Name == name);

    /// <summary>The server does this with the request itself, and answers what is asked afterwards.</summary>
    public Func<Received, Reply> Meets(Reply reply) => received =>
        received.Line == Line ? reply : Afterwards ?? throw new InvalidOperationException($"{received.Line} was not expected.");

    private static Func<DailyClient, Task<DailyFailure?>> Of<T>(Func<DailyClient, Task<DailyResult<T>>> make)
        where T : class =>
        async daily => (await make(daily)).Failure;
}
