using Numeroly.Api.Http;
using Numeroly.World;

namespace Numeroly.Api.Tests.Http;

public class Answering_problems
{
    [Fact]
    public async Task What_the_framework_refuses_has_the_same_form()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");

        await (await alice.GetAsync("/nowhere")).ShouldBeProblemAsync(ProblemType.NotFound);
        await (await alice.GetAsync("/conversations/not-a-uuid")).ShouldBeProblemAsync(ProblemType.NotFound);
        await (await alice.SendAsync(HttpMethod.Delete, "/conversations")).ShouldBeProblemAsync(ProblemType.MethodNotAllowed);
        await (await alice.CreateAsync(new StringContent("<xml/>", System.Text.Encoding.UTF8, "application/xml"))).ShouldBeProblemAsync(ProblemType.UnsupportedMediaType);
        await (await alice.CreateAsync(new { name = new string('x', Limits.BodyBytes) })).ShouldBeProblemAsync(ProblemType.TooLarge);
        await (await alice.CreateAsync(new { name = new string('x', Limits.BodyBytes) }, "key")).ShouldBeProblemAsync(ProblemType.TooLarge);
    }

    [Theory]
    [InlineData("a key with spaces", 1)]
    [InlineData("x", 256)]
    public async Task An_idempotency_key_that_is_not_allowed_is_refused(string text, int times)
    {
        var key = string.Concat(Enumerable.Repeat(text, times));
        await using var backend = await Backend.StartAsync();

        (await (await backend.As("alice").CreateAsync(idempotencyKey: key)).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe([Idempotency.Header]);
    }

    [Fact]
    public async Task A_sensible_correlation_id_is_kept_and_another_replaced()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");

        (await alice.SendAsync(HttpMethod.Get, "/conversations", correlationId: "from-the-app.1")).Headers.GetValues("X-Correlation-Id").ShouldBe(["from-the-app.1"]);
        (await alice.SendAsync(HttpMethod.Get, "/conversations", correlationId: new string('x', 65))).Headers.GetValues("X-Correlation-Id").Single().Length.ShouldBe(36);
        (await alice.SendAsync(HttpMethod.Get, "/conversations", correlationId: "with space")).Headers.GetValues("X-Correlation-Id").Single().Length.ShouldBe(36);
    }

    [Fact]
    public void Every_problem_type_has_its_status_title_and_page()
    {
        var page = File.ReadAllText(FindDocs());

        foreach (var type in Enum.GetValues<ProblemType>())
        {
            var problem = Problem.Of(type);
            problem.Title.ShouldNotBeNullOrWhiteSpace();
            problem.Status.ShouldBeInRange(400, 599);
            var name = System.Text.Json.JsonSerializer.Serialize(type, ApiClient.Json).Trim('"');
            page.ShouldContain($"`{name["urn:numeroly:problem:".Length..]}`");
        }

        static string FindDocs()
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var file = Path.Combine(folder.FullName, "docs", "problems.md");
                if (File.Exists(file)) return file;
            }

            throw new FileNotFoundException("docs/problems.md");
        }
    }
}
