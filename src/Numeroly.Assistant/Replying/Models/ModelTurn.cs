using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Replying.Models;

/// <summary>One request to a model: its text as it is thought of, and what it ended with.</summary>
internal sealed class ModelTurn(string provider, IChatClient model, ReplyingOptions options, TimeProvider time)
{
    private readonly List<ChatResponseUpdate> _updates = [];

    /// <summary>What came, for the model to go on from.</summary>
    public IEnumerable<ChatMessage> Messages => _updates.ToChatResponse().Messages;

    public IReadOnlyList<FunctionCallContent> Calls => [.. _updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>()];

    public IEnumerable<UsageDetails> Usage => _updates.SelectMany(update => update.Contents).OfType<UsageContent>().Select(usage => usage.Details);

    private ChatFinishReason? FinishReason => _updates.LastOrDefault(update => update.FinishReason is not null)?.FinishReason;

    /// <exception cref="ProviderException">It did not answer, broke off or refused.</exception>
    public async IAsyncEnumerable<string> RunAsync(IEnumerable<ChatMessage> messages, ChatOptions request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var patience = new Patience(options.FirstTokenTimeout, options.NextTokenTimeout, time, cancellation);
        await using var updates = model.GetStreamingResponseAsync(messages, request, patience.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await NextAsync(updates, patience, cancellation))
        {
            var update = updates.Current;
            _updates.Add(update);

            // Only a role or a sign of life is no beginning yet.
            if (patience.HasBegun || update.Contents.Any(content => content is not UsageContent)) patience.Came();
            foreach (var text in update.Contents.OfType<TextContent>().Where(text => text.Text.Length > 0))
                yield return text.Text;
            patience.Wait();
        }

        // What ends without saying that it ends has lost its end.
        if (FinishReason is null) throw new ProviderException(ProviderFailure.CutOff, $"{provider} broke off without an end.");
        if (FinishReason == ChatFinishReason.ContentFilter) throw ProviderFaults.Refused(provider, "does not answer this");
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, Patience patience, CancellationToken caller)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception) when (patience.HasRunOut)
        {
            throw ProviderFaults.TooSlow(provider, patience.HasBegun);
        }
        catch (Exception fault) when (!caller.IsCancellationRequested && ModelFaults.Of(provider, fault, patience.HasBegun) is not null)
        {
            throw ModelFaults.Of(provider, fault, patience.HasBegun)!;
        }
        catch (Exception fault) when (caller.IsCancellationRequested && fault is not OperationCanceledException)
        {
            throw new OperationCanceledException("The answer is not wanted any more.", fault, caller);
        }
    }
}
