using System.Runtime.CompilerServices;
using Numeroly.Assistant.Replying.Guiding.Answering;

namespace Numeroly.Assistant.Replying.Guiding;

/// <summary>
/// A guide that needs no account: it converses about a person's numbers in Vietnamese and English, and says nothing of them
/// that the numerology project does not. A pure function of the request: the same one gets the same answer, in any process.
/// </summary>
public sealed class OfflineGuide : IReplyGenerator
{
    /// <summary>The name under which settings ask for it.</summary>
    public const string ProviderName = ReplyingAccounts.Offline;

    /// <inheritdoc />
    public string Name => ProviderName;

    /// <inheritdoc />
    public async IAsyncEnumerable<ReplyPart> ReplyAsync(ReplyRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var answer = Conversing.AnswerTo(request);
        if (answer.Learnt is { } reading) yield return new ReplyPart.LearntReading(reading);
        yield return new ReplyPart.InTone(answer.Tone);
        for (var index = 0; index < answer.Sentences.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new ReplyPart.Words(index == 0 ? answer.Sentences[index] : $" {answer.Sentences[index]}");
        }

        await Task.CompletedTask;
    }
}
