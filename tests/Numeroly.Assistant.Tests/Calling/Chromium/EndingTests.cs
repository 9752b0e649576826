using System.Text.Json;
using Numeroly.Assistant.Calling;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

[Collection(OneBrowserAtATime.Name)]
public sealed class EndingTests(SharedCallWorld shared) : IClassFixture<SharedCallWorld>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private CallWorld World => shared.World;

    [Fact]
    public async Task Somebody_who_leaves_is_gone_at_once_for_the_others()
    {
        await using var two = await TwoInACall.MeetAsync(World);
        var person = (await two.AtAssistant.EventAsync<CallEvent.ParticipantJoined>()).SessionId;

        await two.Person.DisposeAsync();

        (await World.InsideAsync(two.Room)).ShouldBe(1);
        (await two.AtAssistant.EventAsync<CallEvent.ParticipantLeft>()).SessionId.ShouldBe(person);
        await two.AtPerson.Ended;
        two.AtPerson.Events[^1].ShouldBe(new CallEvent.Over("the assistant left", MayRejoin: false));
    }

    [Fact]
    public async Task A_call_whose_time_is_up_is_over_for_good()
    {
        var room = await World.RoomAsync();
        await using var call = await World.JoinWithTokenAsync(room, await World.TokenAsync(room, "assistant", more: ""","eject_after_elapsed":2"""));
        var record = new CallRecord(call);

        await record.Ended;

        record.Events[^1].ShouldBeOfType<CallEvent.Over>().MayRejoin.ShouldBeFalse();
        (await Should.ThrowAsync<CallFailedException>(call.SpeakAsync(new short[480], Stop).AsTask())).MayHelpToTryAgain.ShouldBeFalse();
    }

    [Fact]
    public async Task An_ejection_ends_the_call_for_good()
    {
        await using var two = await TwoInACall.MeetAsync(World);

        await World.PostAsync($"/v1/rooms/{CallWorld.NameOf(two.Room)}/eject", """{"user_ids":["assistant"]}""");

        await two.AtAssistant.Ended;
        two.AtAssistant.Events[^1].ShouldBeOfType<CallEvent.Over>().MayRejoin.ShouldBeFalse();
        await two.AtPerson.EventAsync<CallEvent.ParticipantLeft>();
    }

    [Fact]
    public async Task A_wrong_token_is_refused_and_trying_again_is_of_no_use()
    {
        var room = await World.RoomAsync();

        var refused = await Should.ThrowAsync<CallFailedException>(World.JoinWithTokenAsync(room, "a.wrong.token"));

        refused.MayHelpToTryAgain.ShouldBeFalse();
        refused.Message.ShouldNotContain("a.wrong.token");
        (await World.InsideAsync(room)).ShouldBe(0);
    }

    [Fact]
    public async Task A_room_that_does_not_exist_cannot_be_joined()
    {
        var room = await World.RoomAsync();
        var token = await World.TokenAsync(room, "assistant");
        await World.DeleteAsync(room);

        (await Should.ThrowAsync<CallFailedException>(World.JoinWithTokenAsync(room, token))).MayHelpToTryAgain.ShouldBeFalse();
    }

    [Fact]
    public async Task A_full_room_may_have_a_place_later()
    {
        var room = await World.RoomAsync("""{"max_participants":1}""");
        await using var first = await World.JoinAsync(room, "an");

        (await Should.ThrowAsync<CallFailedException>(World.JoinAsync(room, "assistant"))).MayHelpToTryAgain.ShouldBeTrue();
    }

    [Theory]
    [InlineData("signalling")]
    [InlineData("media")]
    public async Task A_connection_that_breaks_is_told_and_so_is_its_return(string what)
    {
        await using var two = await TwoInACall.MeetAsync(World);

        await World.PostAsync($"/standin/rooms/{CallWorld.NameOf(two.Room)}/break", $$"""{"what":"{{what}}","seconds":2}""");

        await two.AtAssistant.EventAsync<CallEvent.ConnectionLost>();
        await two.AtAssistant.EventAsync<CallEvent.ConnectionRestored>();
        await two.PersonIsHeardAsync(700);
    }

    [Fact]
    public async Task A_call_that_is_over_takes_nothing_any_more()
    {
        var room = await World.RoomAsync();
        var call = await World.JoinAsync(room, "assistant");
        await call.DisposeAsync();

        await Should.ThrowAsync<CallFailedException>(call.SpeakAsync(new short[480], Stop).AsTask());
        await Should.ThrowAsync<CallFailedException>(call.SendAppMessageAsync(JsonDocument.Parse("{}").RootElement, Stop).AsTask());
        (await call.FlushAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task A_join_that_is_given_up_leaves_nothing_behind()
    {
        var room = await World.RoomAsync();
        var token = await World.TokenAsync(room, "assistant");
        await World.Calls.Browsers.WarmAsync(Stop);
        using var giveUp = new CancellationTokenSource();
        var joining = World.Calls.JoinAsync(new(Guid.NewGuid(), room, token, "Numeroly", default), giveUp.Token);

        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(joining);
        await Eventually.BecomesAsync(async () => (await World.Calls.Browsers.Current!.CountPagesAsync(Stop), await World.InsideAsync(room)), seen => seen == (0, 0), "an empty browser and room");
    }
}
