using System.Net;
using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Numbers;
using Numeroly.Events.Conversations;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Observability;

/// <summary>A whole conversation on a process that logs all it can, and everything it printed.</summary>
public class Logging_without_secrets
{
    private const string Said = "Mình sinh ngày mười bảy tháng năm";
    private const string Answered = "Con số chủ đạo của bạn là năm";
    private const string Person = "Ngô Thị Bích Đào";
    private const string Born = "1987-06-05";
    private const string BornUnreadably = "5thOfJune1987";
    private const string SignedInAs = "somebody-who-signs-in";
    private const string SearchedFor = "muoi bay thang nam";

    [Fact]
    public async Task No_token_no_key_no_words_and_every_line_goes_back_to_its_request()
    {
        await using var backend = await Backend.StartAsync(nodes: 0);
        await using var api = ApiProcess.Start(new Dictionary<string, string>(backend.Settings) { ["LOG_LEVEL"] = "Verbose", ["LOG_FORMAT"] = "json", ["Logging:Level"] = "Verbose" });
        await api.BecomesReadyAsync();
        var bearer = TestIssuer.Token("alice", [Role.User], new AuthOptions());
        var alice = new ApiClient(api.Address, bearer);

        var access = await (await alice.SendAsync(HttpMethod.Post, "/conversations", new { name = Person }, "creation-key", "correlation-of-creating"))
            .ShouldBeAsync<CallAccess>(HttpStatusCode.Created);
        var id = access.ConversationId;
        var renewed = await (await alice.RenewTokenAsync(id)).ShouldBeAsync<CallAccess>(HttpStatusCode.OK);
        await backend.Daily.JoinAsync(id, renewed.Token);
        await alice.SayAsync(id, Said);
        await Backend.AsAt(api.Address, "assistant", Role.Assistant).SendAsync(
            HttpMethod.Post, $"/conversations/{id}/messages", new { speaker = "assistant", text = Answered, emotional_tone = "warm" });
        await alice.GetAsync($"/conversations?q={Uri.EscapeDataString(SearchedFor)}");
        await (await alice.GetAsync($"/numbers?name={Uri.EscapeDataString(Person)}&birth_date={Born}")).ShouldBeAsync<NumbersView>(HttpStatusCode.OK);
        await (await alice.GetAsync($"/numbers?name={Uri.EscapeDataString(Person)}&birth_date={BornUnreadably}")).ShouldBeProblemAsync(ProblemType.InvalidInput);
        await (await alice.GetAsync($"/conversations/{id}/numbers")).ShouldBeAsync<NumbersView>(HttpStatusCode.OK);
        var development = await (await new ApiClient(api.Address, null).SendAsync(HttpMethod.Post, "/development/tokens", new { user = SignedInAs })).ShouldBeAsync<DevelopmentToken>(HttpStatusCode.OK);
        await using (var follower = await alice.FollowAsync(id)) await follower.HasAsync(4);
        await alice.CreateAsync(new StringContent($$"""{"name": "{{Person}}", "birth_date": "{{Said}}"}""", System.Text.Encoding.UTF8, "application/json"));
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).Recording.StartedAt is not null, "the recording to start");
        await alice.SendAsync(HttpMethod.Patch, $"/conversations/{id}", new { rating = 5 }, null, "correlation-of-ending");
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).Recording.Status == RecordingStatus.Ready, "the recording to be ready");
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).RoomDeletedAt is not null, "the room to go");
        var recording = await (await alice.GetAsync($"/conversations/{id}/recording")).ShouldBeAsync<RecordingAnswer>(HttpStatusCode.OK);
        await alice.TranscriptAsync(id);

        var output = string.Join('\n', api.Output);
        output.Length.ShouldBeGreaterThan(10_000, "the process was to log all it can");
        var secrets = new Dictionary<string, string>
        {
            ["access token"] = bearer,
            ["meeting token"] = access.Token,
            ["renewed meeting token"] = renewed.Token,
            ["signature of a meeting token"] = access.Token.Split('.')[2],
            ["Daily's API key"] = backend.Daily.Server.ApiKey,
            ["link to the recording"] = recording.Url,
            ["signature of the link"] = recording.Url[(recording.Url.LastIndexOf('=') + 1)..],
            ["the user's words"] = Said,
            ["the assistant's words"] = Answered,
            ["the person's name"] = Person,
            ["the person's name, in a query"] = Uri.EscapeDataString(Person),
            ["the birth date"] = Born,
            ["a birth date that cannot be read"] = BornUnreadably,
            ["development token"] = development.Token,
            ["name signed in with"] = SignedInAs,
            ["words searched for"] = SearchedFor,
            ["words searched for, in a query"] = Uri.EscapeDataString(SearchedFor),
            ["password of the database"] = new Uri(backend.Database.Url).UserInfo.Split(':')[1],
        };
        foreach (var (what, secret) in secrets) output.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{what} is in the log: {LineWith(api, secret)}");

        var lines = Lines(api);
        ShouldAllBelongTogether(lines, "correlation-of-creating", id, "RoomCreated is on record", "TokenIssued is on record");
        ShouldAllBelongTogether(lines, "correlation-of-ending", id, "Ended is on record", "RoomDeleted is on record", "PATCH");
    }

    private static void ShouldAllBelongTogether(IReadOnlyList<JsonElement> lines, string correlation, Guid conversation, params string[] messages)
    {
        var ours = lines.Where(line => Property(line, "CorrelationId") == correlation && Source(line).StartsWith("Numeroly", StringComparison.Ordinal)).ToList();
        foreach (var message in messages)
            ours.ShouldContain(line => Message(line).Contains(message), $"'{message}' in {string.Join('\n', ours)}");
        foreach (var line in ours)
        {
            Property(line, "ConversationId").ShouldBe(conversation.ToString(), line.ToString());
            Property(line, "CausationId").ShouldNotBeNullOrEmpty(line.ToString());
        }
    }

    private static string? Property(JsonElement line, string name) =>
        line.TryGetProperty("Properties", out var properties) && properties.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Message(JsonElement line) => line.GetProperty("RenderedMessage").GetString()!.Replace("\"", "");

    private static string Source(JsonElement line) => Property(line, "SourceContext") ?? "";

    private static IReadOnlyList<JsonElement> Lines(ApiProcess api) =>
        [.. api.Output.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string? LineWith(ApiProcess api, string secret) => api.Output.FirstOrDefault(line => line.Contains(secret, StringComparison.Ordinal));
}
