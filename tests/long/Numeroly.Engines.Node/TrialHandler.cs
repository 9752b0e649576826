using Numeroly.Api.Store.Sequencing;
using Numeroly.Events.Conversations;

namespace Numeroly.Engines.Node;

/// <summary>
/// Takes a moment, sometimes fails, and has one effect: a fact in the conversation's stream that names the message's number.
/// </summary>
public static class TrialHandler
{
    private const double FailsInOneOf = 20;
    private const int LongestMs = 200;

    public static async Task<Step> HandleAsync(StartRecording message, Notebook notebook, CancellationToken cancellation)
    {
        var number = message.Attempt;
        var (line, isPoison) = await notebook.BeginAsync(message.ConversationId, number, cancellation);
        await Task.Delay(Random.Shared.Next(LongestMs), cancellation);
        var fails = isPoison || Random.Shared.NextDouble() < 1 / FailsInOneOf;
        await notebook.EndAsync(line, fails ? "failed" : "done", cancellation);
        if (fails) throw new InvalidOperationException(isPoison ? "Poison." : "It happens.");
        return Step.Deciding(message, (_, now) => Decision.Accept(new MessageSaved(Guid.CreateVersion7(), Speaker.User, $"{number}", null, null, null, now)));
    }
}
