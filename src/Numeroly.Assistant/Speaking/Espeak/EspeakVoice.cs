using System.Runtime.CompilerServices;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Speaking.Streaming;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Speaking.Espeak;

/// <summary>espeak-ng, which needs no account and no network and speaks both languages.</summary>
public sealed class EspeakVoice : ITextToSpeech, IDisposable
{
    public const string ProviderName = "espeak";

    private readonly IEspeakEngine _engine;
    private readonly EspeakOptions _options;
    private readonly SpeakingLimits _limits;
    private readonly TimeProvider _time;

    internal EspeakVoice(IEspeakEngine engine, EspeakOptions options, SpeakingLimits limits, TimeProvider time)
    {
        (_engine, _options, _limits, _time) = (engine, options, limits, time);
        _engine.Prepare();
    }

    public string Name => ProviderName;

    public bool Knows(Language language) => true;

    public async IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var patience = new Patience(_limits.FirstSound, _limits.BetweenSounds, _time, cancellation);
        var decoder = new PcmDecoder(ProviderName, onlyWave: true);
        var spoken = 0L;
        await using var pieces = _engine.SpeakAsync(Utterance.Of(request, _options), patience.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await NextAsync(pieces, patience))
        {
            var samples = decoder.Decode(pieces.Current.Span);
            patience.Came();
            spoken += samples.Length;
            if (!samples.IsEmpty) yield return samples;
            patience.Wait();
        }

        var rest = decoder.Finish();
        if (spoken + rest.Length == 0) throw ProviderFaults.Refused(ProviderName, "made no sound");
        if (!rest.IsEmpty) yield return rest;
    }

    public void Dispose() => _engine.Dispose();

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<ReadOnlyMemory<byte>> pieces, Patience patience)
    {
        try
        {
            return await pieces.MoveNextAsync();
        }
        catch (OperationCanceledException) when (patience.HasRunOut)
        {
            throw ProviderFaults.TooSlow(ProviderName, patience.HasBegun);
        }
        catch (Exception fault) when (fault is EspeakFailedException or IOException)
        {
            throw ProviderFaults.FromConnection(ProviderName, patience.HasBegun, fault);
        }
    }
}
