using System.Text;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Daily.Tests.Webhooks;

public sealed class ParsingWebhooks
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_meeting_that_began_is_read()
    {
        var parsed = Parse<WebhookEvent.MeetingStarted>("meeting.started", """{"start_ts":1795338000.25,"meeting_id":"m1","room":"r1"}""");

        parsed.ShouldBe(new WebhookEvent.MeetingStarted(Envelope("meeting.started"), "m1")
        {
            RoomName = "r1",
            StartedAt = Nine.AddMilliseconds(250),
        });
        parsed.BusinessKey.ShouldBe("meeting.started:m1");
    }

    [Fact]
    public void A_meeting_that_ended_is_read()
    {
        var parsed = Parse<WebhookEvent.MeetingEnded>("meeting.ended", """{"start_ts":1795338000,"end_ts":"1795338060","meeting_id":"m1","room":"r1"}""");

        parsed.ShouldBe(new WebhookEvent.MeetingEnded(Envelope("meeting.ended"), "m1")
        {
            RoomName = "r1",
            StartedAt = Nine,
            EndedAt = Nine.AddMinutes(1),
        });
        parsed.BusinessKey.ShouldBe("meeting.ended:m1");
    }

    [Theory]
    [InlineData("""{"joined_at":1795338000.123,"session_id":"s1","room":"r1","user_id":"u1","user_name":"Lan","owner":false,"networkQualityState":"good","will_eject_at":1795341600,"permissions":{"hasPresence":true,"canSend":["audio"],"canReceive":{"base":true},"canAdmin":false}}""")]
    [InlineData("""{"joined_at":"1795338000.123","session_id":"s1","room_name":"r1","user_id":"u1","user_name":"Lan","owner":"false","networkQualityState":"good","will_eject_at":"1795341600.0","permissions":true}""")]
    [InlineData("""{"joined_at":1795338000123,"session_id":"s1","room":"r1","user_id":"u1","user_name":"Lan","networkQualityState":"good","will_eject_at":1795341600.0,"shoe_size":43}""")]
    public void Somebody_who_came_is_read(string payload)
    {
        var parsed = Parse<WebhookEvent.ParticipantJoined>("participant.joined", payload);

        parsed.RoomName.ShouldBe("r1");
        parsed.Participant.ShouldBe(new WebhookParticipant("s1")
        {
            UserId = "u1",
            UserName = "Lan",
            IsOwner = false,
            JoinedAt = Nine.AddMilliseconds(123),
            WillEjectAt = Nine.AddHours(1),
            NetworkQuality = "good",
        });
        parsed.BusinessKey.ShouldBe("participant.joined:s1");
    }

    [Fact]
    public void Somebody_who_left_is_read_with_when()
    {
        var parsed = Parse<WebhookEvent.ParticipantLeft>(
            "participant.left",
            """{"joined_at":1795338000,"session_id":"s1","room":"r1","user_id":null,"owner":true,"will_eject_at":null,"duration":60.5}""");

        parsed.Duration.ShouldBe(TimeSpan.FromSeconds(60.5));
        parsed.LeftAt.ShouldBe(Nine.AddSeconds(60.5));
        parsed.Participant.IsOwner.ShouldBeTrue();
        parsed.Participant.UserId.ShouldBeNull();
        parsed.Participant.WillEjectAt.ShouldBeNull();
        parsed.BusinessKey.ShouldBe("participant.left:s1");
    }

    [Theory]
    [InlineData("""{"action":"start-cloud-recording","recording_id":"rec1","layout":{"preset":"audio-only"},"started_by":"s1","instance_id":"i1","start_ts":1795338000,"room_name":"r1"}""", "r1", "recording.started:rec1")]
    [InlineData("""{"recording_id":"rec1","layout":"default","started_by":"s1","instance_id":"i1","start_ts":1795338000.0}""", null, "recording.started:rec1")]
    [InlineData("""{"started_by":"s1","instance_id":"i1","start_ts":"1795338000"}""", null, "recording.started:i1")]
    public void A_recording_that_began_is_read_also_without_its_room(string payload, string? room, string key)
    {
        var parsed = Parse<WebhookEvent.RecordingStarted>("recording.started", payload);

        parsed.RoomName.ShouldBe(room);
        parsed.InstanceId.ShouldBe("i1");
        parsed.StartedBy.ShouldBe("s1");
        parsed.StartedAt.ShouldBe(Nine);
        parsed.BusinessKey.ShouldBe(key);
    }

    [Theory]
    [InlineData("""{"type":"cloud-audio-only","recording_id":"rec1","room_name":"r1","start_ts":1795338000,"status":"finished","max_participants":2,"duration":61,"share_token":"t","s3_key":"k","tracks":[]}""", RecordingType.CloudAudioOnly)]
    [InlineData("""{"recording_id":"rec1","room_name":"r1","start_ts":1795338000.0,"status":"finished","max_participants":2,"duration":"61","s3key":"k","tracks":null}""", null)]
    [InlineData("""{"type":"hologram","recording_id":"rec1","room":"r1","start_ts":"1795338000","status":"finished","max_participants":"2","duration":61.0,"s3Key":"k"}""", null)]
    public void A_recording_that_can_be_fetched_is_read(string payload, RecordingType? type)
    {
        var parsed = Parse<WebhookEvent.RecordingReady>("recording.ready-to-download", payload);

        parsed.ShouldBe(new WebhookEvent.RecordingReady(Envelope("recording.ready-to-download"), "rec1")
        {
            RoomName = "r1",
            StartedAt = Nine,
            Duration = TimeSpan.FromSeconds(61),
            RecordingType = type,
            Status = RecordingStatus.Finished,
            MaxParticipants = 2,
            S3Key = "k",
        });
        parsed.BusinessKey.ShouldBe("recording.ready-to-download:rec1");
    }

    [Theory]
    [InlineData("""{"action":"clourd-recording-err","error_msg":"out of disk","instance_id":"i1","room_name":"r1","timestamp":1795338000}""")]
    [InlineData("""{"action":"cloud-recording-error","error_msg":"out of disk","instance_id":"i1","room_name":"r1","timestamp":"1795338000"}""")]
    public void A_recording_that_failed_is_read(string payload)
    {
        var parsed = Parse<WebhookEvent.RecordingFailed>("recording.error", payload);

        parsed.Error.ShouldBe("out of disk");
        parsed.InstanceId.ShouldBe("i1");
        parsed.RoomName.ShouldBe("r1");
        parsed.FailedAt.ShouldBe(Nine);
        parsed.BusinessKey.ShouldBe($"recording.error:i1:{Nine.ToUnixTimeMilliseconds()}");
    }

    [Theory]
    [InlineData("transcript.started")]
    [InlineData("waiting-participant.joined")]
    [InlineData("something.new")]
    public void Other_events_are_unknown_and_told_apart_by_their_id(string type)
    {
        var parsed = Parse<WebhookEvent.Unknown>(type, """["whatever"]""");

        parsed.Envelope.Type.ShouldBe(type);
        parsed.BusinessKey.ShouldBe($"{type}:e1");
    }

    [Theory]
    [InlineData("1795338000.789")]
    [InlineData("\"1795338000.789\"")]
    [InlineData("1795338000789")]
    public void The_time_of_sending_may_be_fractional(string eventTs)
    {
        var body = WebhookBody.Parse(Encoding.UTF8.GetBytes($$"""{"id":"e1","type":"something.new","event_ts":{{eventTs}}}"""));

        body.ShouldBeOfType<WebhookBody.Event>().Value.Envelope.SentAt.ShouldBe(Nine.AddMilliseconds(789));
    }

    [Theory]
    [InlineData("""{"test":"test"}""")]
    [InlineData(""" { "test" : "test" } """)]
    public void The_test_at_registration_is_recognised(string body) =>
        WebhookBody.Parse(Encoding.UTF8.GetBytes(body)).ShouldBe(new WebhookBody.RegistrationTest());

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"id":"e1"}""")]
    [InlineData("""{"type":"meeting.started","payload":{"meeting_id":"m1"}}""")]
    [InlineData("""{"type":"meeting.started","id":"e1"}""")]
    [InlineData("""{"type":"meeting.started","id":"e1","payload":null}""")]
    [InlineData("""{"type":"meeting.started","id":"e1","payload":[]}""")]
    [InlineData("""{"type":"meeting.started","id":"e1","payload":{}}""")]
    [InlineData("""{"type":"meeting.ended","id":"e1","payload":{"meeting_id":""}}""")]
    [InlineData("""{"type":"participant.joined","id":"e1","payload":{"room":"r1"}}""")]
    [InlineData("""{"type":"participant.left","id":"e1","payload":{"session_id":{}}}""")]
    [InlineData("""{"type":"recording.started","id":"e1","payload":{"room_name":"r1"}}""")]
    [InlineData("""{"type":"recording.ready-to-download","id":"e1","payload":{"instance_id":"i1"}}""")]
    [InlineData("""{"type":"recording.error","id":"e1","payload":{"error_msg":"?"}}""")]
    public void A_body_without_what_makes_it_an_event_is_malformed(string body) =>
        WebhookBody.Parse(Encoding.UTF8.GetBytes(body)).ShouldBeOfType<WebhookBody.Malformed>().Why.ShouldNotBeEmpty();

    [Fact]
    public void Bytes_that_are_no_text_are_malformed() =>
        WebhookBody.Parse([0xff, 0xfe, 0x00, 0x80]).ShouldBeOfType<WebhookBody.Malformed>();

    private static T Parse<T>(string type, string payload)
        where T : WebhookEvent
    {
        var body = $$"""{"version":"1.0.0","type":"{{type}}","id":"e1","payload":{{payload}},"event_ts":1795338001.5,"extra":[{}]}""";
        return WebhookBody.Parse(Encoding.UTF8.GetBytes(body)).ShouldBeOfType<WebhookBody.Event>().Value.ShouldBeOfType<T>();
    }

    private static WebhookEnvelope Envelope(string type) => new("e1", type, Nine.AddSeconds(1.5));
}
