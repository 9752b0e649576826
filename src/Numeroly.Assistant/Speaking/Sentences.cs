using System.Runtime.CompilerServices;

namespace Numeroly.Assistant.Speaking;

/// <summary>Makes sentences of words while they are still being thought of.</summary>
public static class Sentences
{
    /// <summary>Gives each piece to be spoken as soon as it is whole; see <see cref="SentenceSplitter"/>.</summary>
    public static async IAsyncEnumerable<string> SplitAsync(IAsyncEnumerable<string> words, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var splitter = new SentenceSplitter();
        await foreach (var some in words.WithCancellation(cancellation))
        {
            foreach (var piece in splitter.Add(some))
                yield return piece;
        }

        foreach (var piece in splitter.Finish())
            yield return piece;
    }
}
