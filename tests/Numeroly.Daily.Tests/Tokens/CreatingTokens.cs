using System.Text.Json.Nodes;
using Numeroly.Daily.Recordings;
using Numeroly.Daily.Rooms;
using Numeroly.Daily.Tests.Fakes;
using Numeroly.Daily.Tokens;

namespace Numeroly.Daily.Tests.Tokens;

public sealed class CreatingTokens
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_asked_for_in_Dailys_words()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok("""{"token":"ey.jwt"}"""));
        var exp = DateTimeOffset.FromUnixTimeSeconds(1795341600);

        var token = await daily.Client.Tokens.CreateAsync(
            new NewMeetingToken("r1", "u1")
            {
                UserName = "Trợ lý",
                IsOwner = true,
                Exp = exp,
                StartVideoOff = true,
                StartCloudRecording = true,
                StartCloudRecordingOpts = new RecordingOptions
                {
                    Type = RecordingType.CloudAudioOnly,
                    InstanceId = new Guid("0193523f-7d3b-7a3e-9d8e-0d6f4c1b2a3f"),
                    Layout = RecordingLayout.AudioOnly,
                    AudioBitrateKbps = 64,
                    MinIdleTimeout = TimeSpan.FromMinutes(2),
                },
                Permissions = new CallPermissions { CanSend = Grant.Everything },
            },
            Token);

        token.Value.ShouldNotBeNull().Jwt.Reveal().ShouldBe("ey.jwt");
        token.Value.ExpiresAt.ShouldBe(exp);
        var body = JsonNode.Parse(daily.Server.Requests.ShouldHaveSingleItem().Body)!["properties"]!;
        body.ToJsonString().ShouldBe(JsonNode.Parse("""
            {"room_name":"r1","user_id":"u1","user_name":"Trợ lý","is_owner":true,"exp":1795341600,"start_cloud_recording":true,
             "start_cloud_recording_opts":{"type":"cloud-audio-only","instanceId":"0193523f-7d3b-7a3e-9d8e-0d6f4c1b2a3f",
               "layout":{"preset":"audio-only"},"audioBitrate":64,"minIdleTimeOut":120},
             "start_video_off":true,"permissions":{"canSend":true}}
            """)!.ToJsonString());
    }

    [Fact]
    public async Task A_user_id_longer_than_Daily_takes_is_refused_without_asking()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok("""{"token":"ey.jwt"}"""));

        var fits = await daily.Client.Tokens.CreateAsync(new NewMeetingToken("r1", new string('u', 36)), Token);
        var tooLong = await daily.Client.Tokens.CreateAsync(new NewMeetingToken("r1", new string('u', 37)), Token);

        fits.IsSuccess.ShouldBeTrue();
        tooLong.Failure.ShouldNotBeNull().Kind.ShouldBe(DailyFailureKind.Refused);
        daily.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_for_no_room_is_never_asked_for()
    {
        await using var daily = await DailyUnderTest.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => daily.Client.Tokens.CreateAsync(new NewMeetingToken(" ", "u1"), Token));

        daily.Server.Requests.ShouldBeEmpty();
    }
}
