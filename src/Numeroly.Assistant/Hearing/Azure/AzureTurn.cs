using System.Net.WebSockets;
using System.Threading.Channels;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing.Failing;

namespace Numeroly.Assistant.Hearing.Azure;

/// <summary>One turn of the person over as many connections as it takes.</summary>
internal sealed class AzureTurn(ReplayableSpeech speech, ChannelWriter<Transcript> transcripts, TimeSpan limit, TimeProvider time)
{
    /// <summary>What may be sent as fast as the network takes it; the rest goes at twice the speed of speech, as Azure asks of its clients.</summary>
    private const long SentAtOnce = 5 * SpeechFormat.HeardRate;

    private readonly TurnText _text = new();
    private bool _allSent;

    public Transcript Final() => _text.Final();

    /// <summary>Sends what is not understood yet over one connection and takes what comes back.</summary>
    /// <returns>Whether the turn is understood to its end; otherwise the service has had enough for one connection.</returns>
    /// <exception cref="Providers.ProviderException">The connection or the service failed.</exception>
    public async Task<bool> ListenAsync(AzureConnection connection, IReadOnlyList<string> hints, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var from = speech.Confirmed;
        _allSent = false;
        var sending = SendAsync(connection, hints, from, over);
        try
        {
            await ReceiveAsync(connection, from, over.Token);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or FormatException)
        {
            cancellation.ThrowIfCancellationRequested();
            await over.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sending.IsFaulted) await sending;
            throw failure is FormatException ? Failures.NotUnderstood("azure", failure) : Failures.CutOff("azure", failure);
        }
        finally
        {
            await over.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return _allSent;
    }

    private async Task ReceiveAsync(AzureConnection connection, long from, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(limit, time);
        using var first = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            await foreach (var message in connection.ReceiveAsync(first.Token))
            {
                patience.CancelAfter(Timeout.InfiniteTimeSpan);
                switch (message.Path)
                {
                    case "speech.hypothesis" or "speech.fragment":
                        await transcripts.WriteAsync(_text.Interim(AzurePhrase.ReadHypothesis(message.Body)), cancellation);
                        break;
                    case "speech.phrase":
                        var phrase = AzurePhrase.Read(message.Body);
                        _text.Add(phrase.Text, phrase.Confidence);
                        speech.Confirm(from + phrase.End);
                        if (phrase.Text.Length > 0) await transcripts.WriteAsync(_text.Interim(""), cancellation);
                        break;
                    case "turn.end":
                        return;
                }
            }
        }
        catch (OperationCanceledException failure) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Failures.NotBegun("azure", limit, failure);
        }
    }

    private async Task SendAsync(AzureConnection connection, IReadOnlyList<string> hints, long from, CancellationTokenSource over)
    {
        try
        {
            await connection.BeginAsync(hints, over.Token);
            var (position, paced) = (from, time.GetTimestamp());
            while (await speech.ReadAsync(position, over.Token) is { } samples)
            {
                if (position - from > SentAtOnce) await PaceAsync(paced, over.Token);
                paced = time.GetTimestamp() + (long)(samples.Length * 0.5 / SpeechFormat.HeardRate * time.TimestampFrequency);
                await connection.SendAsync(samples, over.Token);
                position += samples.Length;
            }

            // Before it is sent: the service may answer sooner than this goes on.
            _allSent = true;
            await connection.EndAsync(over.Token);
        }
        catch (WebSocketException)
        {
            // Whoever receives sees the same connection break, and knows why the service closed it.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await over.CancelAsync();
            throw;
        }
    }

    private async ValueTask PaceAsync(long until, CancellationToken cancellation)
    {
        var early = time.GetElapsedTime(time.GetTimestamp(), until);
        if (early > TimeSpan.FromMilliseconds(1)) await Task.Delay(early, time, cancellation);
    }
}
