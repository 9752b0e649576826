using System.Net;
using System.Text.Json;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.World;

namespace Numeroly.Api.Tests.Identity;

/// <summary>
/// Every operation of the API description, called as everyone. A new route fails here until it says who may call it.
/// </summary>
public class Whose_is_it
{
    private static readonly HttpStatusCode[] Served = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Conflict];

    // What each may do with alice's conversation: 2xx (or a conflict that only the entitled get to see), 404 or 403.
    private static readonly Dictionary<string, Rule> Rules = new()
    {
        ["GetLiveness"] = Rule.Open,
        ["GetReadiness"] = Rule.Open,
        ["ReceiveDailyWebhook"] = new(Owner: 401, OtherUser: 401, Analyst: 401, Operator: 401, Assistant: 401, Anonymous: 401, Expired: 401),
        ["CreateConversation"] = new(Owner: 200, OtherUser: 200, Analyst: 403, Operator: 403, Assistant: 403),
        ["ListConversations"] = new(Owner: 200, OtherUser: 200, Analyst: 403, Operator: 403, Assistant: 403),
        ["GetConversation"] = new(Owner: 200, OtherUser: 404, Analyst: 403, Operator: 200, Assistant: 200),
        ["EndConversation"] = new(Owner: 200, OtherUser: 404, Analyst: 403, Operator: 200, Assistant: 403),
        ["IssueToken"] = new(Owner: 200, OtherUser: 404, Analyst: 403, Operator: 403, Assistant: 200),
        ["SaveMessage"] = new(Owner: 200, OtherUser: 404, Analyst: 403, Operator: 403, Assistant: 403),
        ["ListMessages"] = new(Owner: 200, OtherUser: 404, Analyst: 403, Operator: 403, Assistant: 200),
        ["GetRecording"] = new(Owner: 200, OtherUser: 404, Analyst: 403, Operator: 403, Assistant: 403),
        ["ReportConnection"] = new(Owner: 200, OtherUser: 404, Analyst: 403, Operator: 403, Assistant: 403),
        ["FollowConversation"] = new(Owner: 200, OtherUser: 404, Analyst: 200, Operator: 403, Assistant: 200),
        ["GetNumbers"] = new(Owner: 200, OtherUser: 200, Analyst: 403, Operator: 403, Assistant: 200),
        ["GetConversationNumbers"] = new(Owner: 200, OtherUser: 404, Analyst: 403, Operator: 403, Assistant: 200),
        ["MeasureTurns"] = new(Owner: 403, OtherUser: 403, Analyst: 200, Operator: 200, Assistant: 403),
        ["ListEvents"] = new(Owner: 200, OtherUser: 404, Analyst: 200, Operator: 403, Assistant: 403),
    };

    private static readonly Dictionary<string, string> Queries = new() { ["GetNumbers"] = "?birth_date=1990-05-17" };

    private static readonly Dictionary<string, object> Bodies = new()
    {
        ["SaveMessage"] = new { speaker = "user", text = "xin chào" },
        ["ReportConnection"] = new { topology = "sfu", quality = "good" },
        ["CreateConversation"] = new { },
        ["EndConversation"] = new { },
        ["ReceiveDailyWebhook"] = new { type = "meeting.started" },
    };

    [Fact]
    public async Task Every_route_serves_whom_it_should_and_nobody_else()
    {
        await using var backend = await Backend.StartAsync();
        var callers = new (string Name, ApiClient Client, Func<Rule, int> Expected)[]
        {
            ("owner", backend.As("alice"), rule => rule.Owner),
            ("another user", backend.As("bob"), rule => rule.OtherUser),
            ("analyst", backend.As("ana", Role.Analyst), rule => rule.Analyst),
            ("operator", backend.As("otto", Role.Operator), rule => rule.Operator),
            ("assistant", backend.AsAssistant(), rule => rule.Assistant),
            ("anonymous", backend.Anonymous(), rule => rule.Anonymous),
            ("expired token", Expired(backend), rule => rule.Expired),
            ("token of another issuer", Foreign(backend), rule => rule.Expired),
            ("token without a role", backend.As("nora", "none"), rule => rule.Owner == 401 ? 401 : rule == Rule.Open ? 200 : 403),
        };

        var operations = await OperationsAsync(backend);
        operations.Select(operation => operation.Id).ShouldBe(Rules.Keys, ignoreOrder: true, "every route of the description needs its rule here");
        foreach (var (id, method, path) in operations)
        {
            foreach (var (name, client, expected) in callers)
            {
                var conversation = (await backend.As("alice").ACreatedConversationAsync()).ConversationId;
                var address = path.Replace("{conversationId}", conversation.ToString()) + Queries.GetValueOrDefault(id);
                using var answer = id == "FollowConversation" ? await client.OpenAsync(address) : await client.SendAsync(method, address, Bodies.GetValueOrDefault(id));

                var status = Served.Contains(answer.StatusCode) ? 200 : (int)answer.StatusCode;
                status.ShouldBe(expected(Rules[id]), $"{id} as {name}");
                if (status >= 400)
                {
                    await answer.ShouldBeProblemAsync(status switch { 401 => ProblemType.Unauthenticated, 403 => ProblemType.Forbidden, _ => ProblemType.NotFound });
                }
            }
        }
    }

    [Fact]
    public async Task A_conversation_of_somebody_else_answers_like_one_that_does_not_exist()
    {
        await using var backend = await Backend.StartAsync();
        var id = (await backend.As("alice").ACreatedConversationAsync()).ConversationId;
        var bob = backend.As("bob");

        var notHis = await (await bob.GetAsync($"/conversations/{id}")).ShouldBeProblemAsync(ProblemType.NotFound);
        var absent = await (await bob.GetAsync($"/conversations/{Guid.CreateVersion7()}")).ShouldBeProblemAsync(ProblemType.NotFound);

        (notHis with { CorrelationId = null }).ShouldBe(absent with { CorrelationId = null });
    }

    private static async Task<IReadOnlyList<(string Id, HttpMethod Method, string Path)>> OperationsAsync(Backend backend)
    {
        var document = JsonDocument.Parse(await (await backend.Anonymous().GetAsync("/openapi/v1.json")).Content.ReadAsStringAsync());
        return [.. document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation =>
            (operation.Value.GetProperty("operationId").GetString()!, new HttpMethod(operation.Name.ToUpperInvariant()), path.Name)))];
    }

    private static ApiClient Expired(Backend backend) =>
        new(backend.Node.Address, TestIssuer.Token("alice", [Role.User], new AuthOptions(), age: TimeSpan.FromHours(2)));

    private static ApiClient Foreign(Backend backend)
    {
        using var issuer = DevelopmentIssuer.LoadOrCreate(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pem"));
        return new(backend.Node.Address, issuer.Issue("alice", Role.All, new AuthOptions(), TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1)));
    }

    private sealed record Rule(int Owner, int OtherUser, int Analyst, int Operator, int Assistant, int Anonymous = 401, int Expired = 401)
    {
        public static Rule Open { get; } = new(200, 200, 200, 200, 200, 200, 200);
    }
}
