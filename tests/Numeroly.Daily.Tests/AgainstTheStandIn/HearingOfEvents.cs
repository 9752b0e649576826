using System.Text.Json.Nodes;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tokens;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Daily.Tests.AgainstTheStandIn;

public sealed class HearingOfEvents : IAsyncLifetime
{
    private const string Hmac = "c2VjcmV0LWhtYWMta2V5";
    private const string BasicAuth = "dXNlcjpwYXNz";
    private const string RoomName = "conversation-1";

    private StandInUnderTest _daily = null!;
    private WebhookReceiver _receiver = null!;
    private WebhookSettings _wanted = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _daily = await StandInUnderTest.StartAsync();
        _receiver = await WebhookReceiver.StartAsync(
            new WebhookVerifier(new WebhookVerification { Hmac = Hmac, BasicAuth = BasicAuth }, TimeProvider.System));
        _wanted = new WebhookSettings(
            _receiver.Address,
            ["meeting.started", "meeting.ended", "participant.joined", "participant.left", "recording.started", "recording.ready-to-download", "recording.error"])
        {
            Hmac = new Secret(Hmac),
            BasicAuth = new Secret(BasicAuth),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _daily.DisposeAsync();
    }

    [Fact]
    public async Task Upkeep_makes_the_webhook_leaves_it_and_mends_it()
    {
        var webhooks = _daily.Client.Webhooks;

        (await DecideAsync()).ShouldBe(new WebhookUpkeep.Create());
        var made = (await webhooks.CreateAsync(_wanted, Token)).Value.ShouldNotBeNull();
        (await DecideAsync()).ShouldBe(new WebhookUpkeep.Nothing());
        _receiver.Deliveries.ShouldBe([(WebhookVerdict.Genuine, new WebhookBody.RegistrationTest())]);

        await webhooks.UpdateAsync(made.Uuid, _wanted with { EventTypes = ["meeting.ended"] }, Token);
        var drifted = (await DecideAsync()).ShouldBeOfType<WebhookUpkeep.Update>();
        drifted.Why.ShouldBe([WebhookDrift.EventTypes]);
        await webhooks.UpdateAsync(drifted.Uuid, _wanted, Token);
        (await DecideAsync()).ShouldBe(new WebhookUpkeep.Nothing());

        (await webhooks.GetAsync(made.Uuid, Token)).Value.ShouldNotBeNull().RetryType.ShouldBe("exponential");
        (await webhooks.DeleteAsync(made.Uuid, Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: false));
        (await webhooks.DeleteAsync(made.Uuid, Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: true));
    }

    [Fact]
    public async Task A_webhook_to_where_nobody_answers_is_refused()
    {
        var refused = await _daily.Client.Webhooks.CreateAsync(_wanted with { Address = new Uri("http://127.0.0.1:9/") }, Token);

        refused.Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Refused);
    }

    [Fact]
    public async Task What_happens_in_a_call_is_told_in_genuine_events()
    {
        await _daily.Client.Webhooks.CreateAsync(_wanted, Token);
        await HoldACallAsync();

        var ended = await HeardAsync<WebhookEvent.MeetingEnded>();
        var joined = await HeardAsync<WebhookEvent.ParticipantJoined>();
        var left = await HeardAsync<WebhookEvent.ParticipantLeft>();

        _receiver.Deliveries.ShouldAllBe(one => one.Verdict == WebhookVerdict.Genuine);
        ended.RoomName.ShouldBe(RoomName);
        ended.EndedAt.ShouldNotBeNull();
        joined.RoomName.ShouldBe(RoomName);
        joined.Participant.UserId.ShouldNotBeNull();
        left.LeftAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_event_told_twice_under_two_ids_has_one_business_key()
    {
        await _daily.Client.Webhooks.CreateAsync(_wanted, Token);
        await _daily.MishandleWebhooksAsync(new JsonObject { ["duplicate_new_id"] = 1, ["types"] = new JsonArray("meeting.ended") });
        await HoldACallAsync();

        var ends = await Eventually.GetAsync(
            () => Task.FromResult(_receiver.Events.OfType<WebhookEvent.MeetingEnded>().ToList() is { Count: 2 } two ? two : null),
            Token);

        ends[0].Envelope.Id.ShouldNotBe(ends[1].Envelope.Id);
        ends[0].BusinessKey.ShouldBe(ends[1].BusinessKey);
    }

    [Fact]
    public async Task A_forged_event_is_known_as_such()
    {
        await _daily.Client.Webhooks.CreateAsync(_wanted, Token);
        await _daily.MishandleWebhooksAsync(new JsonObject { ["forge"] = 1, ["types"] = new JsonArray("meeting.ended") });
        await HoldACallAsync();

        await Eventually.GetAsync(
            () => Task.FromResult(_receiver.Deliveries.Any(one => one.Verdict == WebhookVerdict.Forged) ? "heard" : null),
            Token);
    }

    private async Task<WebhookUpkeep> DecideAsync() =>
        WebhookUpkeep.Decide((await _daily.Client.Webhooks.ListAsync(Token)).Value.ShouldNotBeNull(), _wanted);

    private Task<T> HeardAsync<T>()
        where T : WebhookEvent =>
        Eventually.GetAsync(() => Task.FromResult(_receiver.Events.OfType<T>().FirstOrDefault()), Token);

    private async Task HoldACallAsync()
    {
        await _daily.Client.Rooms.CreateOrGetAsync(new NewRoom(RoomName), Token);
        foreach (var user in (string[])["user-1", "assistant-1"])
        {
            var token = (await _daily.Client.Tokens.CreateAsync(new NewMeetingToken(RoomName, user), Token)).Value.ShouldNotBeNull();
            await _daily.JoinAsync(RoomName, token.Jwt.Reveal());
        }

        await _daily.LeaveAsync(RoomName);
    }
}
