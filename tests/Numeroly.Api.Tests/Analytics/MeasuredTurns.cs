using Microsoft.Extensions.DependencyInjection;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;
using Numeroly.World;

namespace Numeroly.Api.Tests.Analytics;

/// <summary>Turns put on record as an assistant does it.</summary>
internal static class MeasuredTurns
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 5, 0, 0, TimeSpan.Zero); // In Vietnam.

    public static TurnMeasured Turn(double? audible, string? reply = "offline", TurnInput input = TurnInput.Written, TurnOutcome outcome = TurnOutcome.Answered, DateTimeOffset? at = null) => new(
        Guid.CreateVersion7(), null, input, outcome, null, audible / 10, audible / 4, audible / 2, audible, input == TurnInput.Spoken ? "azure" : null, reply, "espeak", at ?? Noon);

    public static async Task HaveBeenAsync(Backend backend, string language, params TurnMeasured[] turns) =>
        await HaveBeenInAsync(backend, (await backend.As("alice").ACreatedConversationAsync(new { language })).ConversationId, turns);

    public static async Task HaveBeenInAsync(Backend backend, Guid id, params TurnMeasured[] turns)
    {
        var commits = backend.Node.Services.GetRequiredService<GroupCommit>();
        foreach (var turn in turns)
        {
            (await commits.DecideAsync(id, (_, _, _) => Assisting.Measure(turn), new Causes(null, null), TestContext.Current.CancellationToken)).Events.ShouldHaveSingleItem();
        }
    }
}
