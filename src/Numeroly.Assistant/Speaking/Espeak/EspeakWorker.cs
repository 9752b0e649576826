using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Numeroly.Assistant.Processes;

namespace Numeroly.Assistant.Speaking.Espeak;

/// <summary>
/// The npm package <c>espeak-ng</c>, run by a node process that stays: it speaks one sentence at a time, faster than anybody
/// listens, and is started again when it died.
/// </summary>
/// <param name="script">The worker's own file.</param>
/// <param name="package">The folder of the package.</param>
internal sealed class EspeakWorker(string node, string script, string package, TimeProvider time) : IEspeakEngine
{
    // A sentence takes about a tenth of a second; a long one on a busy machine a few.
    private static readonly TimeSpan LongestSentence = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private Process? _process;
    private bool _isClosed;

    public string Description => $"{node} with {package}";

    // Starting takes longer than a sentence.
    public void Prepare() => TryRun();

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(Utterance utterance, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);

        // Whoever stops listening leaves the rest of the sentence in the pipe; it has to be read before the next one begins.
        var pieces = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
        var speaking = SpeakInTurnAsync(utterance, pieces.Writer);
        await foreach (var piece in pieces.Reader.ReadAllAsync(cancellation))
            yield return piece;
        await speaking;
    }

    /// <summary>Ends the process. A sentence under way fails.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            Stop();
        }

        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task SpeakInTurnAsync(Utterance utterance, ChannelWriter<ReadOnlyMemory<byte>> pieces)
    {
        try
        {
            await ExchangeAsync(utterance, pieces);
            pieces.Complete();
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or InvalidOperationException or OperationCanceledException or EspeakFailedException)
        {
            Stop();
            pieces.Complete(fault as EspeakFailedException ?? new EspeakFailedException($"The espeak worker failed: {fault.GetType().Name}.", fault));
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ExchangeAsync(Utterance utterance, ChannelWriter<ReadOnlyMemory<byte>> pieces)
    {
        using var limit = new CancellationTokenSource(LongestSentence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _closing.Token);
        var process = Running();
        await WorkerFrames.WriteAsync(process.StandardInput.BaseStream, utterance, either.Token);
        for (WorkerFrame frame; (frame = await WorkerFrames.ReadAsync(process.StandardOutput.BaseStream, either.Token)).Kind != 'd';)
        {
            if (frame.Kind == 'f') throw new EspeakFailedException("The npm package espeak-ng failed on a sentence.");
            await pieces.WriteAsync(frame.Payload, either.Token);
        }
    }

    private Process Running() => TryRun() ?? throw new EspeakFailedException($"{node} cannot be started.");

    private Process? TryRun()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_process is { HasExited: false }) return _process;
            Stop();
            return _process = Started();
        }
    }

    private Process? Started()
    {
        var start = new ProcessStartInfo(node)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { script, package },
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            if (_process is null) return;
            _process.End();
            _process = null;
        }
    }
}
