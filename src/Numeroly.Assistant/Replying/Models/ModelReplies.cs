using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Replying.Models.Budgeting;
using Numeroly.Assistant.Replying.Models.Connecting;
using Numeroly.Assistant.Replying.Models.Consulting;
using Numeroly.Assistant.Replying.Models.Prompting;
using Numeroly.Assistant.Replying.Models.Wording;

namespace Numeroly.Assistant.Replying.Models;

/// <summary>Answers by a language model that has the person's numbers as facts and as tools.</summary>
public sealed class ModelReplies(ModelConnection connection, ReplyingOptions options, ConversationBudgets budgets, TimeProvider time) : IReplyGenerator
{
    public string Name => connection.Name;

    public async IAsyncEnumerable<ReplyPart> ReplyAsync(ReplyRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        budgets.ThrowIfSpent(request.ConversationId, Name);
        var (words, cost) = (new SpokenWords(options.EnoughCharacters, options.MostCharacters), new AnswerCost());
        try
        {
            await foreach (var part in AnswerAsync(request, words, cost, cancellation))
                yield return part;
        }
        finally
        {
            // Also for an answer that was interrupted or failed: it was paid for.
            budgets.Spend(request.ConversationId, cost.Tokens);
        }

        foreach (var part in words.Finish())
            yield return part;
        if (!words.HasSpoken) throw ProviderFaults.Refused(Name, "gave an empty answer");
        if (cost.IsTold) yield return new ReplyPart.Used(cost.InputTokens, cost.OutputTokens);
    }

    private async IAsyncEnumerable<ReplyPart> AnswerAsync(ReplyRequest request, SpokenWords words, AnswerCost cost, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var consultation = new Consultation(request);
        var messages = MessagesFor(request);
        for (var round = 0; !words.IsFull; round++)
        {
            var turn = new ModelTurn(Name, connection.Client, options, time);
            cost.Ask(messages);
            await foreach (var text in turn.RunAsync(messages, OptionsFor(round), cancellation))
            {
                cost.Answer(text);
                foreach (var part in words.Add(text))
                    yield return part;

                // Leaving ends the request.
                if (words.IsFull) break;
            }

            foreach (var usage in turn.Usage)
                cost.Told(usage);
            if (turn.Calls.Count == 0 || round == options.ToolRounds) yield break;

            var before = consultation.Person;
            messages.AddRange(turn.Messages);
            messages.Add(new ChatMessage(ChatRole.Tool, [.. turn.Calls.Select(call => new FunctionResultContent(call.CallId, consultation.Answer(call)))]));
            if (consultation.Person is { } person && person != before) yield return new ReplyPart.LearntReading(person);
            words.Pause();
        }
    }

    private List<ChatMessage> MessagesFor(ReplyRequest request) =>
    [
        new(ChatRole.System, [connection.Reused(new TextContent(Prompts.Rules(request.Language))), connection.Reused(new TextContent(Prompts.Facts(request)))]),
        .. History.Of(request, options.HistoryMessages, options.HistoryCharacters),
    ];

    private ChatOptions OptionsFor(int round) => new()
    {
        MaxOutputTokens = options.MaxOutputTokens,
        Tools = [.. NumerologyTools.All],

        // After so many rounds it has to speak.
        ToolMode = round < options.ToolRounds ? ChatToolMode.Auto : ChatToolMode.None,
        Reasoning = connection.Effort is { } effort ? new ReasoningOptions { Effort = effort } : null,
    };
}
