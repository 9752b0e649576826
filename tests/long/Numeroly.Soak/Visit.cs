using Numeroly.Api.Conversations;
using Numeroly.Events.Conversations;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Soak;

/// <summary>One conversation: somebody comes, is greeted, asks, is answered by voice and ends it.</summary>
internal sealed class Visit(SoakWorld world, int number)
{
    // Where sound is listened to, the call is a real one on both sides; elsewhere the assistant speaks to an empty line.
    private const int ListensEvery = 2;

    private readonly ApiClient _alice = world.Backend.As("alice");

    public async Task<Guid> HoldAsync()
    {
        var language = number % 2 == 0 ? "en" : "vi";
        var access = await _alice.ACreatedConversationAsync(new { language, name = "Alice Miller", birth_date = "1990-05-17" });
        if (number % ListensEvery == 0) await ListenAsync(access);
        else await AttendAsync(access);
        await JudgeAsync(access.ConversationId);
        return access.ConversationId;
    }

    /// <summary>A conversation in which the assistant is in the middle of its answer.</summary>
    public async Task<Guid> BeginAsync()
    {
        var access = await _alice.ACreatedConversationAsync(new { language = "en", name = "Alice Miller", birth_date = "1990-05-17" });
        await world.Backend.Daily.JoinAsync(access.ConversationId, access.Token);
        await _alice.HearsAsync(access.ConversationId, 1);
        await AskAsync(access.ConversationId);
        return access.ConversationId;
    }

    private async Task ListenAsync(CallAccess access)
    {
        await using var ear = await world.People.JoinAsync(access);
        await _alice.HearsAsync(access.ConversationId, 1);
        await ear.HearsAsync("the greeting to sound");
        await AskAsync(access.ConversationId);
        await ear.HearsAsync("the answer to sound");
        await EndAsync(access.ConversationId);
    }

    private async Task AttendAsync(CallAccess access)
    {
        await world.Backend.Daily.JoinAsync(access.ConversationId, access.Token);
        await _alice.HearsAsync(access.ConversationId, 1);
        await AskAsync(access.ConversationId);
        await EndAsync(access.ConversationId);
    }

    private async Task AskAsync(Guid conversation)
    {
        await _alice.SayAsync(conversation, number % 2 == 0 ? "What is my life path number?" : "Số chủ đạo của mình là gì?");
        (await _alice.HearsAsync(conversation, 2))[^1].ShouldContain("5");
        await Eventually.HoldsAsync(
            async () => (await world.Backend.Daily.LedgerAsync(conversation)).AppMessages.Count(message => message.Data.GetProperty("type").GetString() == "assistant_response") == 2,
            "the answer to be told in the call");
    }

    private async Task EndAsync(Guid conversation) => (await _alice.EndAsync(conversation, rating: 5)).IsSuccessStatusCode.ShouldBeTrue();

    private async Task JudgeAsync(Guid conversation)
    {
        await Eventually.HoldsAsync(async () => await world.WaitingAsync(conversation) == 0, "the assistant to be gone");
        var events = await Eventually.BecomesAsync(
            () => _alice.StreamAsync(conversation), events => events.Any(stored => stored.Type == "room_deleted"), "the room to be deleted");
        events.Count(stored => stored.Type == "assistant_arrived").ShouldBe(1);
        events.Count(stored => stored.Type == "ended").ShouldBe(1);
        events.Count(stored => stored.Type == "turn_measured").ShouldBe(2, string.Join("\n", events.Select(stored => stored.ToString())));
        events.Count(stored => stored.Type == "provider_failed").ShouldBe(0);
        var speakers = (await _alice.TranscriptAsync(conversation)).Select(message => message.Speaker);
        speakers.ShouldBe([Speaker.Assistant, Speaker.User, Speaker.Assistant]);
    }
}
