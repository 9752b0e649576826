using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Numeroly.Assistant.Hearing.Bounding;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.Azure;

/// <summary>
/// Azure Speech by its WebSocket protocol: text while the person speaks, hints, and how sure it is. A connection that breaks
/// is replaced, and gets again what was not understood yet.
/// </summary>
public sealed class AzureSpeechToText(AzureSpeechOptions options, TimeLimits limits, TimeProvider time) : ISpeechToText
{
    private const int Reconnections = 2;

    public string Name => "azure";

    public bool Knows(Language language) => true;

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var transcripts = Channel.CreateBounded<Transcript>(16);
        var running = RunAsync(speech, request, transcripts.Writer, over.Token);
        try
        {
            await foreach (var transcript in transcripts.Reader.ReadAllAsync(cancellation)) yield return transcript;
            await running;
        }
        finally
        {
            await over.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, ChannelWriter<Transcript> transcripts, CancellationToken cancellation)
    {
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var source = speech.GetAsyncEnumerator(listening.Token);
        var replayable = new ReplayableSpeech(source);
        try
        {
            var turn = new AzureTurn(replayable, transcripts, limits.Begin, time);
            await ListenAsync(turn, replayable, request, cancellation);
            await transcripts.WriteAsync(turn.Final(), cancellation);
        }
        finally
        {
            // A person who is silent at the moment does not delay the news that the service failed.
            await listening.CancelAsync();
            transcripts.Complete();
            await replayable.SettleAsync();
        }
    }

    private async Task ListenAsync(AzureTurn turn, ReplayableSpeech speech, TranscriptionRequest request, CancellationToken cancellation)
    {
        var address = options.Address(request.Language is Language.Vi ? "vi-VN" : "en-US");
        for (var failures = 0; ;)
        {
            var confirmed = speech.Confirmed;
            try
            {
                await using var connection = await AzureConnection.OpenAsync(address, options.Key!, limits.Begin, time, cancellation);
                if (await turn.ListenAsync(connection, request.Hints, cancellation)) return;

                // A service that ends each connection without having understood anything would be asked for ever.
                if (speech.Confirmed == confirmed) failures++;
                if (failures > Reconnections) throw Failing.Failures.CutOff(Name);
            }
            catch (ProviderException failure) when (failure.Failure is ProviderFailure.CutOff or ProviderFailure.Unavailable)
            {
                if (speech.Confirmed > confirmed) failures = 0;
                if (++failures > Reconnections || !speech.CanReplay) throw;
            }
        }
    }
}
