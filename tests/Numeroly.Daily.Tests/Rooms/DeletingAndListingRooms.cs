using Numeroly.Daily.Tests.Fakes;

namespace Numeroly.Daily.Tests.Rooms;

public sealed class DeletingAndListingRooms
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deleting_says_whether_the_room_was_gone_already()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok("""{"deleted":true,"name":"r1"}"""), new Reply.Answer(404, """{"error":"not-found","deleted":true}"""));

        (await daily.Client.Rooms.DeleteAsync("r1", Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: false));
        (await daily.Client.Rooms.DeleteAsync("r1", Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: true));
    }

    [Fact]
    public async Task Deleting_whose_answer_was_lost_is_repeated_and_finds_the_room_gone()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(new Reply.HangUp(), Reply.Error(404, "not-found"));

        (await daily.Client.Rooms.DeleteAsync("r1", Token)).Value.ShouldBe(new Deleted(WasAlreadyGone: true));
    }

    [Fact]
    public async Task A_name_is_escaped_in_the_address()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Ok(Samples.Room));

        await daily.Client.Rooms.GetAsync("a/b?c=d", Token);

        daily.Server.Requests.ShouldHaveSingleItem().Query.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_rooms_are_walked_through_page_by_page()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        var full = Samples.List([.. Enumerable.Range(0, 100).Select(Room)]);
        daily.Server.Answers(Reply.Ok(full), Reply.Ok(Samples.List(Room(100))));

        var names = new List<string>();
        await foreach (var page in daily.Client.Rooms.ListAllAsync(Token))
            names.AddRange(page.Value.ShouldNotBeNull().Items.Select(room => room.Name));

        names.ShouldBe(Enumerable.Range(0, 101).Select(n => $"room-{n}"));
        daily.Server.Requests.Select(request => request.Query).ShouldBe(["?limit=100", "?limit=100&starting_after=id-99"]);
    }

    [Fact]
    public async Task A_page_that_fails_is_given_and_is_the_last()
    {
        await using var daily = await DailyUnderTest.StartAsync();
        daily.Server.Answers(Reply.Error(401));

        var pages = new List<DailyFailureKind?>();
        await foreach (var page in daily.Client.Rooms.ListAllAsync(Token))
            pages.Add(page.Failure?.Kind);

        pages.ShouldBe([DailyFailureKind.Unauthorized]);
    }

    private static string Room(int n) => $$"""{"id":"id-{{n}}","name":"room-{{n}}","url":"https://numeroly.daily.co/room-{{n}}"}""";
}
