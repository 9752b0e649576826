using System.Net;
using System.Text.Json;
using Numeroly.Api.Http;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Observability;

public class Health_of_dependencies
{
    [Fact]
    public async Task Each_is_named_with_what_was_measured()
    {
        await using var backend = await Backend.StartAsync();

        var health = await Eventually.BecomesAsync(() => ReadyAsync(backend), now => now.Body.GetProperty("status").GetString() == "healthy" && WebhookOf(now) == "active", "everything to be healthy and the webhook to be registered");

        health.Status.ShouldBe(HttpStatusCode.OK);
        var store = health.Body.GetProperty("dependencies").GetProperty("postgres");
        store.GetProperty("facts").GetProperty("fsync").GetString().ShouldBe("on");
        store.GetProperty("facts").GetProperty("dead_letters").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Redis_stopped_in_mid_run_fails_nothing()
    {
        await using var redis = await PrivateServer.RedisAsync();
        await using var backend = await Backend.StartAsync(settings => settings["Redis:Url"] = redis.Url);
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        (await alice.SendAsync(HttpMethod.Post, $"/conversations/{id}/connection", new { topology = "sfu", quality = "good" })).EnsureSuccessStatusCode();
        await Eventually.HoldsAsync(async () => await DependencyAsync(backend, "redis") == "healthy", "Redis to be seen");

        await redis.StopAsync();

        var saves = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => alice.SayAsync(id, $"message {i}")));
        saves.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        (await alice.SendAsync(HttpMethod.Post, $"/conversations/{id}/connection", new { topology = "sfu", quality = "bad" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await alice.EndAsync((await alice.ACreatedConversationAsync()).ConversationId)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.HoldsAsync(async () => await DependencyAsync(backend, "redis") == "degraded", "health to say so");
        (await ReadyAsync(backend)).Status.ShouldBe(HttpStatusCode.OK);

        await redis.StartAsync();
        await Eventually.HoldsAsync(async () => await DependencyAsync(backend, "redis") == "healthy", "Redis to be seen again", TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task PostgreSQL_stopped_for_ten_seconds_loses_nothing_that_was_acknowledged()
    {
        await using var postgres = await PrivateServer.PostgresAsync();
        await using var backend = await Backend.StartAsync(settings => settings["Store:Database"] = postgres.Url);
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        using var stop = new CancellationTokenSource();
        var (acknowledged, refused) = (new System.Collections.Concurrent.ConcurrentBag<Guid>(), new System.Collections.Concurrent.ConcurrentBag<Problem>());
        var saving = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var message = Guid.CreateVersion7();
                var answer = await alice.SayAsync(id, $"message {message}", message);
                if (answer.IsSuccessStatusCode) acknowledged.Add(message);
                else refused.Add(await answer.ShouldBeProblemAsync(ProblemType.StoreUnavailable));
            }
        })));
        await Eventually.HoldsAsync(() => acknowledged.Count > 20, "saving to be under way");

        await postgres.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(10));
        var outage = await ReadyAsync(backend);
        await postgres.StartAsync();
        var before = acknowledged.Count;
        await Eventually.HoldsAsync(() => acknowledged.Count > before + 20, "saving to go on by itself");
        await stop.CancelAsync();
        await saving;

        outage.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        outage.Body.GetProperty("dependencies").GetProperty("postgres").GetProperty("status").GetString().ShouldBe("unhealthy");
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(problem => problem.Status == 503 && problem.RetryAfterSeconds >= 1);
        var kept = (await alice.TranscriptAsync(id)).Select(message => message.MessageId).ToList();
        kept.ShouldBeUnique();
        acknowledged.Except(kept).ShouldBeEmpty();
        (await alice.EndAsync(id)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).RoomDeletedAt is not null, "messages to be handled again");
    }

    private static async Task<string?> DependencyAsync(Backend backend, string name) =>
        (await ReadyAsync(backend)).Body.GetProperty("dependencies").GetProperty(name).GetProperty("status").GetString();

    private static string? WebhookOf((HttpStatusCode Status, JsonElement Body) health) =>
        health.Body.GetProperty("dependencies").GetProperty("daily").GetProperty("facts").GetProperty("webhook").GetString();

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ReadyAsync(Backend backend)
    {
        var answer = await backend.Anonymous().GetAsync("/health/ready");
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
