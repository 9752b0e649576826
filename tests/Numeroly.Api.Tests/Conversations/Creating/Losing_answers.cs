using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.Creating;

/// <summary>Each call that creating makes to Daily, failing in each way: a defined answer, and nothing left behind.</summary>
public class Losing_answers
{
    private static readonly (string Method, string Path)[] Calls =
    [
        ("POST", "/v1/rooms"),
        ("GET", "/v1/rooms/*"),
        ("POST", "/v1/meeting-tokens"),
        ("DELETE", "/v1/rooms/*"),
    ];

    private static readonly string[] Ways = ["400", "401", "404", "429", "500", "503", "time-out", "lost before", "lost after", "late"];

    public static TheoryData<string, string, bool> Failures
    {
        get
        {
            var failures = new TheoryData<string, string, bool>();
            foreach (var (method, path) in Calls)
            {
                failures.Add(method, path, false);
                failures.Add(method, path, true);
            }

            return failures;
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public Task Creating_succeeds_or_answers_a_defined_problem_and_the_ledger_is_clean(string method, string path, bool always) =>
        Task.WhenAll(Ways.Select(way => FailAsync(method, path, way, always)));

    private static async Task FailAsync(string method, string path, string way, bool always)
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["Daily:AttemptTimeout"] = "00:00:00.5";
            settings["Conversations:CreationBudget"] = "00:00:02";
            settings["Conversations:AbandonedAfter"] = "00:00:03";
        });
        // What follows a failed creation can only be seen when creation fails: the second call, or the rollback's.
        if (method == "GET") await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/rooms", lost = "after", times = 10 });
        if (method == "DELETE") await backend.Daily.BreakAsync(new { method = "POST", path = "/v1/meeting-tokens", status = 400, times = 10 });
        await backend.Daily.BreakAsync(Fault(method, path, way, times: always ? 8 : 1));

        var answer = await backend.As("alice").CreateAsync(idempotencyKey: "intention");

        var body = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBeOneOf([201, 502, 503], $"{way}: {body}");
        if (!answer.IsSuccessStatusCode)
        {
            var problem = System.Text.Json.JsonSerializer.Deserialize<Problem>(body, ApiClient.Json)!;
            problem.Type.ShouldBeOneOf(
                ProblemType.DailyRefused, ProblemType.DailyUnauthorized, ProblemType.DailyUnavailable, ProblemType.DailyTimedOut, ProblemType.DailyBusy);
        }

        await backend.Daily.MendAsync();
        var open = await backend.Database.QueryAsync<Guid>("select conversation_id from views.conversations where ended_at is null");
        open.Count.ShouldBe(answer.IsSuccessStatusCode ? 1 : 0);
        await Eventually.BecomesAsync(
            async () => (await backend.Daily.LedgerAsync()).Rooms.Where(room => room.DeletedAt is null).Select(room => room.Name).ToList(),
            rooms => rooms.SequenceEqual(open.Select(Rooms.NameOf)),
            $"after '{way}', the rooms to be those of the conversations: {string.Join(", ", open.Select(Rooms.NameOf))}");
        (await backend.Daily.LedgerAsync()).Summary.RoomsDeletedMoreThanOnce.ShouldBe(0);
    }

    private static object Fault(string method, string path, string way, int times) => way switch
    {
        "time-out" => new { method, path, hang = true, times },
        "lost before" => new { method, path, lost = "before", times },
        "lost after" => new { method, path, lost = "after", times },
        "late" => new { method, path, delay_ms = 700, times },
        _ => new { method, path, status = int.Parse(way), times },
    };
}
