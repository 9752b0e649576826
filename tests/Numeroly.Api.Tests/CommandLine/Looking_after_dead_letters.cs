using System.Text.Json;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.CommandLine;

public class Looking_after_dead_letters
{
    [Fact]
    public async Task They_are_listed_without_their_bodies_and_go_back_in_line_when_replayed()
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["Messaging:MaxFailures"] = "1";
            settings["Reconciling:Every"] = "00:05:00";
        });
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await backend.Daily.BreakAsync(new { method = "DELETE", path = "/v1/rooms/*", status = 400, times = 0 });
        await alice.EndAsync(id);
        await Eventually.HoldsAsync(async () => (await DeadAsync(backend)).Count == 1, "the deletion to fail for good");
        await backend.Daily.MendAsync();

        var listed = JsonDocument.Parse(await RunAsync(backend, "dead-letters", "list", "--json")).RootElement[0];
        var asTable = await RunAsync(backend, "dead-letters", "list");
        var replayed = await RunAsync(backend, "dead-letters", "replay", listed.GetProperty("id").GetString()!);

        listed.GetProperty("type").GetString().ShouldBe("delete_room");
        listed.GetProperty("conversation_id").GetGuid().ShouldBe(id);
        listed.TryGetProperty("body", out _).ShouldBeFalse();
        asTable.ShouldContain("delete_room");
        replayed.ShouldContain("1 back in line");
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).RoomDeletedAt is not null, "the room to go");
        (await DeadAsync(backend)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Replaying_asks_which_or_all()
    {
        await using var backend = await Backend.StartAsync();
        await using var neither = ApiProcess.Start(backend.Settings, null, "dead-letters", "replay");

        (await neither.ExitedAsync()).ShouldNotBe(0);
        string.Join('\n', neither.Output).ShouldContain("--all");
        (await RunAsync(backend, "dead-letters", "replay", "--all")).ShouldContain("0 back in line");
        (await RunAsync(backend, "dead-letters", "list")).ShouldContain("There are none");
    }

    private static Task<IReadOnlyList<string>> DeadAsync(Backend backend) => backend.Database.QueryAsync<string>("select type from views.dead_letters");

    private static async Task<string> RunAsync(Backend backend, params string[] words)
    {
        await using var command = ApiProcess.Start(backend.Settings, null, words);
        (await command.ExitedAsync()).ShouldBe(0, string.Join('\n', command.Output));
        return string.Join('\n', command.Output);
    }
}
