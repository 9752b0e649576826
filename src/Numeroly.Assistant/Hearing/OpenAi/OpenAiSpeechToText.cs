using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Numeroly.Assistant.Hearing.Failing;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.OpenAi;

/// <summary>
/// OpenAI's transcription, or any service that speaks like it. It takes whole files, so a turn is sent in pieces cut at
/// pauses: all but the last are understood while the person still speaks.
/// </summary>
public sealed class OpenAiSpeechToText(OpenAiTranscriptionOptions options, IVoiceDetectors detectors, HttpClient http, TimeProvider time) : ISpeechToText
{
    private static readonly TimeSpan BeforeSecondAttempt = TimeSpan.FromMilliseconds(250);

    public string Name => "openai";

    public bool Knows(Language language) => true;

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // One piece is being understood and one is being gathered; beyond that the speaker has to wait.
        var pieces = Channel.CreateBounded<short[]>(1);
        var cutting = CutAsync(speech, pieces.Writer, over.Token);
        var text = new TurnText();
        try
        {
            await foreach (var piece in pieces.Reader.ReadAllAsync(cancellation))
            {
                await foreach (var part in UnderstandAsync(piece, request, text.Settled, cancellation))
                {
                    if (part.IsFinal) text.Add(part.Text, part.Confidence);
                    yield return text.Interim(part.IsFinal ? "" : part.Text);
                }
            }
            await cutting;
            yield return text.Final();
        }
        finally
        {
            await over.CancelAsync();
            await cutting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CutAsync(IAsyncEnumerable<ReadOnlyMemory<short>> speech, ChannelWriter<short[]> pieces, CancellationToken cancellation)
    {
        using var detector = detectors.Create();
        try
        {
            await foreach (var piece in speech.CutAtPausesAsync(detector, options.Piece, options.LongestPiece, cancellation)) await pieces.WriteAsync(piece, cancellation);
        }
        finally
        {
            pieces.Complete();
        }
    }

    private async IAsyncEnumerable<Transcript> UnderstandAsync(short[] piece, TranscriptionRequest request, string before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(options.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        using var response = await AskAsync(piece, request, before, either.Token, cancellation);
        await using var answer = TranscriptionAnswer.ReadAsync(response, either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync(answer, cancellation)) yield return answer.Current;
    }

    private async Task<HttpResponseMessage> AskAsync(short[] piece, TranscriptionRequest request, string before, CancellationToken either, CancellationToken cancellation)
    {
        try
        {
            return await AskTwiceAsync(piece, request, before, either);
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw Failures.NotBegun(Name, options.Patience, failure);
        }
    }

    /// <summary>Asks a second time when the service could not be reached or was at fault: the piece is still there.</summary>
    private async Task<HttpResponseMessage> AskTwiceAsync(short[] piece, TranscriptionRequest request, string before, CancellationToken cancellation)
    {
        try
        {
            return await AskOnceAsync(piece, request, before, cancellation);
        }
        catch (ProviderException failure) when (failure.Failure is ProviderFailure.Unavailable)
        {
            await Task.Delay(BeforeSecondAttempt, time, cancellation);
            return await AskOnceAsync(piece, request, before, cancellation);
        }
    }

    private async Task<HttpResponseMessage> AskOnceAsync(short[] piece, TranscriptionRequest request, string before, CancellationToken cancellation)
    {
        using var form = TranscriptionForm.Of(piece, options, request, before);
        using var message = new HttpRequestMessage(HttpMethod.Post, options.Address) { Content = form };
        if (!string.IsNullOrEmpty(options.ApiKey)) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        try
        {
            var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.IsSuccessStatusCode) return response;
            response.Dispose();
            throw Failures.Answered(Name, response.StatusCode);
        }
        catch (HttpRequestException failure)
        {
            throw Failures.Unreachable(Name, failure);
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<Transcript> answer, CancellationToken cancellation)
    {
        try
        {
            return await answer.MoveNextAsync();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw Failures.CutOff(Name, failure);
        }
        catch (JsonException)
        {
            // Without the failure itself, which quotes what it could not read.
            throw Failures.NotUnderstood(Name);
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new ProviderException(ProviderFailure.TimedOut, $"{Name} did not finish within {options.Patience.TotalSeconds:0.#} s.", failure);
        }
    }
}
