using System.Runtime.CompilerServices;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Speaking.Streaming;

/// <summary>Reads a voice's answer over HTTP while it is still being spoken, and names what goes wrong.</summary>
/// <param name="provider">For records and the words of failures.</param>
internal sealed class SpokenStream(string provider, HttpClient http, SpeakingLimits limits, TimeProvider time)
{
    private const int Piece = 8 * 1024;

    /// <summary>Sends a request and gives the samples of its answer as they come.</summary>
    /// <exception cref="ProviderException">There is no sound, or it broke off.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<short>> ReadAsync(HttpRequestMessage request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var patience = new Patience(limits.FirstSound, limits.BetweenSounds, time, cancellation);
        using var response = await GuardedAsync(patience, token => SendAsync(request, token), cancellation);
        await using var body = await GuardedAsync(patience, token => response.Content.ReadAsStreamAsync(token), cancellation);
        var decoder = new PcmDecoder(provider);
        var bytes = new byte[Piece];
        var spoken = 0L;
        for (int count; (count = await GuardedAsync(patience, async token => await body.ReadAsync(bytes, token), cancellation)) > 0;)
        {
            var samples = decoder.Decode(bytes.AsSpan(0, count));
            patience.Came();
            spoken += samples.Length;
            if (!samples.IsEmpty) yield return samples;
            patience.Wait();
        }

        var rest = decoder.Finish();
        if (spoken + rest.Length == 0) throw ProviderFaults.Refused(provider, "sent no sound");
        if (!rest.IsEmpty) yield return rest;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.IsSuccessStatusCode && !IsText(response)) return response;
        using (response)
        {
            throw response.IsSuccessStatusCode
                ? ProviderFaults.Refused(provider, "sent text in place of sound")
                : ProviderFaults.FromStatus(provider, (int)response.StatusCode);
        }
    }

    private static bool IsText(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type
        && (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.EndsWith("json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/xml", StringComparison.OrdinalIgnoreCase));

    private async Task<T> GuardedAsync<T>(Patience patience, Func<CancellationToken, Task<T>> step, CancellationToken caller)
    {
        try
        {
            return await step(patience.Token);
        }
        catch (OperationCanceledException) when (patience.HasRunOut)
        {
            throw ProviderFaults.TooSlow(provider, patience.HasBegun);
        }
        catch (OperationCanceledException fault) when (!caller.IsCancellationRequested)
        {
            // The handler's own limit for connecting.
            throw ProviderFaults.FromConnection(provider, patience.HasBegun, fault);
        }
        catch (Exception fault) when (ProviderFaults.IsConnection(fault))
        {
            throw ProviderFaults.FromConnection(provider, patience.HasBegun, fault);
        }
    }
}

/// <summary>How long a voice may keep the person waiting.</summary>
/// <param name="FirstSound">From asking to the first sample.</param>
/// <param name="BetweenSounds">From one piece to the next.</param>
public sealed record SpeakingLimits(TimeSpan FirstSound, TimeSpan BetweenSounds);
