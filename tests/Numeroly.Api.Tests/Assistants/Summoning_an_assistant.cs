using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Assistants;

public class Summoning_an_assistant
{
    [Fact]
    public async Task Every_conversation_gets_one_that_greets_and_answers()
    {
        await using var backend = await AssistantsAsync();
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync(new { language = "en", name = "Alice Miller", birth_date = "1990-05-17" });

        await alice.HearsAsync(access.ConversationId, 1);
        await alice.SayAsync(access.ConversationId, "What is my life path number?");
        var said = await alice.HearsAsync(access.ConversationId, 2);

        said[^1].ShouldContain("5");
        (await alice.EventsAsync(access.ConversationId)).Count(type => type == "assistant_arrived").ShouldBe(1);
        await Eventually.HoldsAsync(
            async () => (await alice.EventsAsync(access.ConversationId)).Count(type => type == "turn_measured") == 2, "both turns to be measured");
    }

    [Fact]
    public async Task Among_several_nodes_there_is_never_more_than_one()
    {
        await using var backend = await AssistantsAsync(nodes: 3);
        var alice = backend.As("alice");
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => alice.ACreatedConversationAsync(new { language = "en" })));

        foreach (var access in all) await alice.HearsAsync(access.ConversationId, 1);
        await Task.WhenAll(all.Select(access => alice.SayAsync(access.ConversationId, "hello")));
        foreach (var access in all) await alice.HearsAsync(access.ConversationId, 2);

        foreach (var access in all)
        {
            var events = await alice.EventsAsync(access.ConversationId);
            events.Count(type => type == "assistant_arrived").ShouldBe(1);
            events.Count(type => type == "message_saved").ShouldBe(3);
        }
    }

    [Fact]
    public async Task A_node_that_stops_hands_its_conversations_over()
    {
        await using var backend = await AssistantsAsync(nodes: 2);
        var second = await backend.AddNodeAsync();
        var alice = Backend.AsOn(second, "alice");
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => alice.ACreatedConversationAsync(new { language = "en" })));
        foreach (var access in all) await alice.HearsAsync(access.ConversationId, 1);

        await backend.StopNodeAsync(backend.Node);
        await backend.StopNodeAsync(backend.Node);
        foreach (var access in all) await alice.SayAsync(access.ConversationId, "hello");

        foreach (var access in all) await alice.HearsAsync(access.ConversationId, 2);
    }

    [Fact]
    public async Task One_process_attends_no_more_than_its_share()
    {
        await using var backend = await AssistantsAsync(settings => settings["Assistant:MostConversations"] = "1");
        var alice = backend.As("alice");
        var first = await alice.ACreatedConversationAsync(new { language = "en" });
        await alice.HearsAsync(first.ConversationId, 1);
        var second = await alice.ACreatedConversationAsync(new { language = "en" });
        await alice.SayAsync(first.ConversationId, "hello");
        await alice.HearsAsync(first.ConversationId, 2);
        (await alice.EventsAsync(second.ConversationId)).ShouldNotContain("assistant_arrived");

        await alice.EndAsync(first.ConversationId);

        await alice.HearsAsync(second.ConversationId, 1);
    }

    [Fact]
    public async Task Its_line_is_empty_once_the_conversation_has_ended()
    {
        await using var backend = await AssistantsAsync();
        var alice = backend.As("alice");
        var access = await alice.ACreatedConversationAsync(new { language = "en" });
        await alice.HearsAsync(access.ConversationId, 1);

        await alice.EndAsync(access.ConversationId);

        await Eventually.HoldsAsync(
            async () => await WaitingAsync(backend) == 0,
            "the assistant to be gone");
    }

    [Fact]
    public async Task Where_assistants_are_switched_off_none_is_summoned()
    {
        await using var backend = await Backend.StartAsync();
        await backend.As("alice").ACreatedConversationAsync();

        (await WaitingAsync(backend)).ShouldBe(0);
    }

    [Fact]
    public async Task One_whose_process_is_killed_is_replaced_by_another_process()
    {
        await using var backend = await AssistantsAsync(settings => settings["Assistant:Where"] = "elsewhere");
        var alice = backend.As("alice");
        await using var first = Process(backend);
        await first.BecomesReadyAsync();
        var access = await alice.ACreatedConversationAsync(new { language = "en" });
        await alice.HearsAsync(access.ConversationId, 1);

        first.Kill();
        await alice.SayAsync(access.ConversationId, "What is my life path number?");
        await using var second = Process(backend);

        (await alice.HearsAsync(access.ConversationId, 2))[^1].ShouldStartWith("Sorry, I was interrupted, and I am back.");
        (await alice.EventsAsync(access.ConversationId)).Count(type => type == "assistant_arrived").ShouldBe(2);
    }

    private static async Task<long> WaitingAsync(Backend backend) =>
        (await backend.Database.QueryAsync<long>("select count(*) from durable.summons"))[0];

    private static ApiProcess Process(Backend backend)
    {
        var address = ApiProcess.FreeAddress();
        return ApiProcess.Start(backend.Settings, address, "assistant", "--port", address.Port.ToString());
    }

    private static Task<Backend> AssistantsAsync(Action<Dictionary<string, string>>? settings = null, int nodes = 1) => Backend.StartAsync(
        all =>
        {
            all["Assistant:Where"] = "inside";
            all["Assistant:Calling:Transport"] = "none";
            settings?.Invoke(all);
        },
        nodes: nodes);
}
