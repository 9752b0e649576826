using System.Net;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.Listing;

public class Listing_conversations
{
    [Fact]
    public async Task Ones_own_come_newest_first_in_pages_with_the_total()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Insert(0, (await alice.ACreatedConversationAsync()).ConversationId);
        await backend.As("bob").ACreatedConversationAsync();

        var first = await ListAsync(alice, "limit=3");
        var second = await ListAsync(alice, "limit=3&offset=3");

        (first.Total, second.Total).ShouldBe((5, 5));
        first.Items.Concat(second.Items).Select(item => item.ConversationId).ShouldBe(ids);
        (await ListAsync(alice, "offset=50")).Total.ShouldBe(5);
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var english = (await alice.ACreatedConversationAsync(new { language = "en" })).ConversationId;
        var rated = (await alice.ACreatedConversationAsync()).ConversationId;
        await alice.EndAsync(rated, rating: 4);
        var unrated = (await alice.ACreatedConversationAsync()).ConversationId;
        await alice.EndAsync(unrated);

        (await FindAsync(alice, "status=open")).ShouldBe([english]);
        (await FindAsync(alice, "status=ended")).ShouldBe([unrated, rated]);
        (await FindAsync(alice, "language=en")).ShouldBe([english]);
        (await FindAsync(alice, "min_rating=4")).ShouldBe([rated]);
        (await FindAsync(alice, "min_rating=5")).ShouldBeEmpty();
        (await FindAsync(alice, $"from={Uri.EscapeDataString((await alice.LookAsync(unrated)).CreatedAt.ToString("O"))}")).ShouldBe([unrated]);
        (await FindAsync(alice, $"to={Uri.EscapeDataString((await alice.LookAsync(rated)).CreatedAt.ToString("O"))}")).ShouldBe([english]);
    }

    [Fact]
    public async Task Words_are_found_without_capitals_and_Vietnamese_marks_and_only_in_ones_own()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await alice.SayAsync(id, "Số chủ đạo của ĐÀO là 100% con số 5?");
        var bob = backend.As("bob");
        await bob.SayAsync((await bob.ACreatedConversationAsync()).ConversationId, "Số chủ đạo của Bình");

        (await FindAsync(alice, "q=so%20chu%20dao")).ShouldBe([id]);
        (await FindAsync(alice, "q=đạo")).ShouldBe([id]);
        (await FindAsync(alice, "q=5%20SỐ")).ShouldBe([id]);
        (await FindAsync(alice, "q=100%25")).ShouldBe([id]);
        (await FindAsync(alice, "q=1%25con")).ShouldBeEmpty();
        (await FindAsync(alice, "q=dao_la")).ShouldBeEmpty();
        (await FindAsync(alice, "q=Bình")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("offset=10001", "offset")]
    [InlineData("status=closed", "status")]
    [InlineData("language=fr", "language")]
    [InlineData("min_rating=6", "min_rating")]
    [InlineData("min_rating=x", "min_rating")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z", "to")]
    [InlineData("q=%20", "q")]
    public async Task A_filter_that_is_not_allowed_is_named(string query, string field)
    {
        await using var backend = await Backend.StartAsync();

        var problem = await (await backend.As("alice").GetAsync($"/conversations?{query}")).ShouldBeProblemAsync(ProblemType.InvalidInput);

        problem.Errors!.Keys.ShouldBe([field]);
    }

    private static async Task<ConversationPage> ListAsync(ApiClient user, string query) =>
        await (await user.GetAsync($"/conversations?{query}")).ShouldBeAsync<ConversationPage>(HttpStatusCode.OK);

    private static async Task<IEnumerable<Guid>> FindAsync(ApiClient user, string query) => (await ListAsync(user, query)).Items.Select(item => item.ConversationId);
}
