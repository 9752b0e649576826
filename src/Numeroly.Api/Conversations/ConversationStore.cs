using Numeroly.Api.Http;
using Numeroly.Events.Conversations;
using Numeroly.EventStore.Appending;
using Numeroly.EventStore.Idempotency;
using Numeroly.EventStore.Messaging;
using Numeroly.EventStore.Reading;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Loads a conversation, has a decision made on it, and commits the decision with everything that follows. When someone
/// else was faster, the decision is made again on the new state; whoever asked does not notice.
/// </summary>
public sealed class ConversationStore(StateReader<Conversation, ConversationEvent> states, IAppender appender, Turns turns, ILogger<ConversationStore> log)
{
    private const int MostTries = 50;

    public Task<Loaded<Conversation>> LoadAsync(Guid id, CancellationToken cancellation) => states.LoadAsync(id, cancellation);

    public Task<Conversation?> ReadAsOfAsync(Guid id, AsOf asOf, CancellationToken cancellation) => states.ReadAsOfAsync(id, asOf, cancellation);

    /// <summary>Decides and commits, on fresh state as often as it takes.</summary>
    /// <param name="decide">Pure: from the state and the store's clock.</param>
    /// <exception cref="StoreBusyException">Too many others at once; nothing was done.</exception>
    public Task<Outcome> DecideAsync(
        Guid id, Func<Conversation, DateTimeOffset, Decision> decide, Commitment commitment, CancellationToken cancellation) =>
        DecideAsync(id, token => states.LoadAsync(id, token), decide, commitment, cancellation);

    /// <param name="load">Reads the state, and in the same round trip whatever else the decision needs to know.</param>
    /// <inheritdoc cref="DecideAsync(Guid, Func{Conversation, DateTimeOffset, Decision}, Commitment, CancellationToken)"/>
    public async Task<Outcome> DecideAsync(
        Guid id,
        Func<CancellationToken, Task<Loaded<Conversation>>> load,
        Func<Conversation, DateTimeOffset, Decision> decide,
        Commitment commitment,
        CancellationToken cancellation)
    {
        using var turn = await turns.WaitAsync(id, cancellation);
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var loaded = await load(cancellation);
            if (loaded.State is not { } conversation || commitment.Allows?.Invoke(conversation) == false) return new Outcome.NotFound();
            var decision = decide(conversation, loaded.Now);
            if (decision is Decision.Refused refused) return new Outcome.Refused(refused.Refusal);

            var accepted = (Decision.Accepted)decision;
            var (unit, after) = Unit(id, loaded, accepted);
            var decided = new Outcome.Decided(after, accepted.Events, loaded.Now);
            unit = unit with { Completes = commitment.Completes, Causes = commitment.Causes, Answer = commitment.Answer?.Invoke(decided) };
            if (unit is { Append: null, Completes: null, Answer: null, Messages.IsEmpty: true }) return decided;

            switch (await appender.AppendAsync(unit, cancellation))
            {
                case AppendResult.Committed:
                    Log(accepted);
                    return decided;
                case AppendResult.AlreadyAnswered:
                    return new Outcome.AlreadyAnswered();
                case AppendResult.AlreadyCompleted:
                    return new Outcome.AlreadyCompleted();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * Math.Min(tries, 20)), cancellation);
        }

        throw new StoreBusyException($"The conversation changed {MostTries} times while this was being decided.");
    }

    /// <summary>Starts a conversation's stream; refuses when there is one.</summary>
    public async Task<AppendResult> StartAsync(
        Guid id, Decision.Accepted decision, DateTimeOffset now, Guid completes, KeptAnswer? answer, Causes causes, CancellationToken cancellation)
    {
        var (unit, _) = Unit(id, new Loaded<Conversation>(null, 0, now), decision);
        var result = await appender.AppendAsync(unit with { Completes = completes, Answer = answer, Causes = causes }, cancellation);
        if (result is AppendResult.Committed) Log(decision);
        return result;
    }

    private static (UnitOfWork Unit, Conversation After) Unit(Guid id, Loaded<Conversation> loaded, Decision.Accepted decision)
    {
        var unit = new UnitOfWork
        {
            Messages = [.. decision.Messages.Select(message => new NewMessage(Guid.CreateVersion7(loaded.Now), LineOf(id, message.Body), message.Body, message.Delay))],
        };
        if (decision.Events.IsEmpty) return (unit, loaded.State!);

        var (after, writes) = ReadModels.Aggregate.Project(loaded.State, id, loaded.Version, decision.Events, loaded.Now);
        return (unit with
        {
            Append = new StreamAppend(id, ReadModels.Aggregate.StreamType, loaded.Version, [.. decision.Events], loaded.Now),
            Writes = [.. writes],
        }, after);
    }

    private static Guid LineOf(Guid conversation, ConversationMessage message) =>
        message is AttendConversation ? Assisting.LineOf(conversation) : conversation;

    private void Log(Decision.Accepted decision)
    {
        foreach (var fact in decision.Events)
            log.Log(fact is MessageSaved or ConnectionReported or TurnMeasured ? LogLevel.Debug : LogLevel.Information, "{Event} is on record", fact.GetType().Name);
    }
}

/// <summary>What a decision is committed with.</summary>
/// <param name="Causes">For its events and messages.</param>
/// <param name="Allows">Whether the one who asks may; when not, it is as if there were no such conversation.</param>
/// <param name="Answer">The answer to keep for the request's idempotency key.</param>
/// <param name="Completes">The message whose handling it is.</param>
public sealed record Commitment(
    Causes Causes,
    Func<Conversation, bool>? Allows = null,
    Func<Outcome.Decided, KeptAnswer?>? Answer = null,
    Guid? Completes = null);
