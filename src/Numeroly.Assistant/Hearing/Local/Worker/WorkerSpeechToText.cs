using System.Runtime.CompilerServices;
using Numeroly.Assistant.Hearing.Bounding;
using Numeroly.Assistant.Hearing.Failing;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.Local.Worker;

/// <summary>A sherpa-onnx or vosk model on this machine, run by one process beside this one that all calls share.</summary>
/// <param name="packages">The folder from which Node.js finds the npm package.</param>
public sealed class WorkerSpeechToText(LocalOptions options, string packages, TimeLimits limits, TimeProvider time) : ISpeechToText, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private WorkerProcess? _worker;
    private uint _turns;

    public string Name => "local";

    public bool Knows(Language language) => options.Knows(language);

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var worker = await ReadyAsync(cancellation);
        var turn = Interlocked.Increment(ref _turns);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var lines = await worker.BeginAsync(turn, cancellation);
        var feeding = FeedAsync(worker, turn, speech, over.Token);
        try
        {
            await foreach (var line in lines.ReadAllAsync(cancellation))
            {
                if (line.IsError) throw new ProviderException(ProviderFailure.Unavailable, $"{Name} could not understand a turn.");
                yield return new(line.Text ?? "", line.IsFinal, Confidence: null);
                if (!line.IsFinal) continue;
                worker.Finish(turn);
                await feeding;
                yield break;
            }
            throw Failures.CutOff(Name);
        }
        finally
        {
            await over.CancelAsync();
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // In the background: a worker that is busy with another turn takes this in its time.
            _ = worker.DropAsync(turn, limits.Stall, time);
        }
    }

    public async ValueTask DisposeAsync()
    {
        WorkerProcess? worker;
        lock (_lock) worker = _worker;
        if (worker is not null) await worker.DisposeAsync();
    }

    private static async Task FeedAsync(WorkerProcess worker, uint turn, IAsyncEnumerable<ReadOnlyMemory<short>> speech, CancellationToken cancellation)
    {
        await foreach (var frame in speech.WithCancellation(cancellation)) await worker.HearAsync(turn, frame, cancellation);
        await worker.EndAsync(turn, cancellation);
    }

    /// <summary>A model that takes long to load goes on loading when one turn gives up waiting for it.</summary>
    private async Task<WorkerProcess> ReadyAsync(CancellationToken cancellation)
    {
        WorkerProcess worker;
        lock (_lock) worker = _worker is { IsOver: false } running ? running : _worker = WorkerProcess.Start(options, packages);
        try
        {
            await worker.Ready.WaitAsync(limits.Begin, time, cancellation);
            return worker;
        }
        catch (TimeoutException failure)
        {
            throw Failures.NotBegun(Name, limits.Begin, failure);
        }
    }
}
