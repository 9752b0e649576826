using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Wording;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>
/// Thinks of an answer's words: the first provider that can, and when it fails the next one. The person is told the first time
/// answers become simpler, and whenever one broke off in the middle.
/// </summary>
internal sealed class Thinking(ProviderLine<IReplyGenerator> replies, ILogger log)
{
    private bool _hasTold;

    /// <param name="part">Told of everything in the answer that is not words.</param>
    /// <param name="fell">Told of a provider that failed.</param>
    public async IAsyncEnumerable<string> WordsAsync(
        Answer answer, ReplyRequest request, Action<ReplyPart> part, Action<ProviderFell> fell, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var inOrder = replies.InOrder();
        var phrases = Phrases.In(request.Language);
        for (var place = 0; place < inOrder.Count; place++)
        {
            var provider = inOrder[place];
            var hasBegun = false;
            ProviderFailure? failure = null;
            await using var parts = provider.ReplyAsync(request, cancellation).GetAsyncEnumerator(cancellation);
            while (true)
            {
                bool hasMore;
                try
                {
                    hasMore = await parts.MoveNextAsync();
                }
                catch (Exception fault) when (!cancellation.IsCancellationRequested)
                {
                    failure = ProviderFell.KindOf(fault, log, provider.Name);
                    break;
                }

                if (!hasMore) break;
                if (parts.Current is ReplyPart.Words words)
                {
                    answer.Clock.Reply ??= provider.Name;
                    hasBegun |= !string.IsNullOrWhiteSpace(words.Text);
                    yield return words.Text;
                }
                else
                {
                    part(parts.Current);
                }
            }

            if (failure is null && hasBegun)
            {
                replies.Succeeded(provider);
                yield break;
            }

            var fallen = replies.Fell(ProviderStage.Reply, inOrder, place, failure ?? ProviderFailure.Refused);
            fell(fallen);
            if (fallen.Next is null) continue;
            answer.Clock.Reply = null;
            if (hasBegun) yield return $" {phrases.BrokeOff} ";
            else if (!_hasTold) yield return $"{phrases.SimplerAnswers} ";
            _hasTold = true;
        }

        answer.HasFailed = true;
        yield return $" {phrases.CannotAnswer}";
    }
}
