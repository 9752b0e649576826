namespace Numeroly.Assistant.Speaking.Espeak;

/// <summary>A way to run espeak on this machine.</summary>
internal interface IEspeakEngine : IDisposable
{
    /// <summary>For a log: which espeak it is.</summary>
    string Description { get; }

    /// <summary>Gets ready for the first sentence. What fails here is told when there is something to say.</summary>
    void Prepare();

    /// <summary>The sound of a sentence as WAV, in pieces as it is made.</summary>
    /// <exception cref="EspeakFailedException">It could not be started, or broke off.</exception>
    IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(Utterance utterance, CancellationToken cancellation);
}

/// <summary>espeak did not do what it should. The message holds nothing of the text.</summary>
internal sealed class EspeakFailedException(string message, Exception? inner = null) : Exception(message, inner);
