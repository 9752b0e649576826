using System.Runtime.CompilerServices;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Speaking;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Attending.World;

/// <summary>A recogniser that understands what the test wants, once the turn's sound has ended.</summary>
public sealed class ScriptedEar(string name = "ear") : ISpeechToText
{
    public Queue<string> Texts { get; } = new();

    /// <summary>What it has understood of a turn while that is still being spoken.</summary>
    public string? SoFar { get; set; }

    public ProviderFailure? Fails { get; set; }

    /// <summary>Samples of each turn it heard to the end.</summary>
    public IList<long> Heard { get; } = new List<long>();

    public string Name => name;

    public bool Knows(Language language) => true;

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var samples = 0L;
        if (SoFar is { } soFar) yield return new Transcript(soFar, IsFinal: false, null);
        await foreach (var frame in speech.WithCancellation(cancellation)) samples += frame.Length;
        Heard.Add(samples);
        if (Fails is { } failure) throw new ProviderException(failure, "scripted");
        var text = Texts.TryDequeue(out var next) ? next : "";
        if (text.Length > 3) yield return new Transcript(text[..3], IsFinal: false, null);
        yield return new Transcript(text, IsFinal: true, 0.9);
    }
}

/// <summary>Answers "You said …" in as many sentences as the test wants; waits where the test wants it to.</summary>
public sealed class ScriptedMind(string name = "mind") : IReplyGenerator
{
    public IList<ReplyRequest> Requests { get; } = new List<ReplyRequest>();

    public string[] Sentences { get; set; } = ["This is the first sentence.", "This is the second sentence."];

    /// <summary>Each answer waits for one release when it is set.</summary>
    public SemaphoreSlim? Gate { get; set; }

    /// <summary>Each sentence waits for one release when it is set.</summary>
    public SemaphoreSlim? EachWaits { get; set; }

    /// <summary>Fails after this many sentences.</summary>
    public (int After, ProviderFailure Failure)? Fails { get; set; }

    public Reading? Learns { get; set; }

    public string Name => name;

    public async IAsyncEnumerable<ReplyPart> ReplyAsync(ReplyRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        lock (Requests) Requests.Add(request);
        if (Gate is not null) await Gate.WaitAsync(cancellation);
        yield return new ReplyPart.InTone(EmotionalTone.Energetic);
        if (Learns is not null) yield return new ReplyPart.LearntReading(Learns);
        for (var i = 0; i < Sentences.Length; i++)
        {
            if (Fails is { } fails && fails.After == i) throw new ProviderException(fails.Failure, "scripted");
            if (EachWaits is not null) await EachWaits.WaitAsync(cancellation);
            yield return new ReplyPart.Words(Sentences[i] + " ");
        }

        if (Fails is { } late && late.After >= Sentences.Length) throw new ProviderException(late.Failure, "scripted");
    }
}

/// <summary>A voice that gives a tone as long as the test wants for each sentence.</summary>
public sealed class ScriptedVoice(string name = "voice") : ITextToSpeech
{
    private const int Piece = SpeechFormat.SpokenRate / 50;

    public IList<string> Said { get; } = new List<string>();

    public TimeSpan Each { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Each sentence waits for one release when it is set.</summary>
    public SemaphoreSlim? Gate { get; set; }

    public ProviderFailure? Fails { get; set; }

    public string Name => name;

    public bool Knows(Language language) => true;

    public async IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        if (Fails is { } failure) throw new ProviderException(failure, "scripted");
        lock (Said) Said.Add(request.Text);
        if (Gate is not null) await Gate.WaitAsync(cancellation);
        var samples = (int)(Each.TotalSeconds * SpeechFormat.SpokenRate);
        for (var at = 0; at < samples; at += Piece)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Enumerable.Range(at, Math.Min(Piece, samples - at)).Select(n => (short)(8000 * Math.Sin(n * 0.1))).ToArray();
        }
    }
}

/// <summary>Tells loud from silent; enough to play a person who speaks or does not.</summary>
public sealed class LoudnessDetectors : IVoiceDetectors
{
    public IVoiceDetector Create() => new Detector();

    private sealed class Detector : IVoiceDetector
    {
        private const int Window = 512;
        private readonly List<short> _window = [];

        public double? Listen(ReadOnlySpan<short> samples)
        {
            foreach (var sample in samples) _window.Add(sample);
            if (_window.Count < Window) return null;
            var loud = _window.Take(Window).Any(sample => Math.Abs((int)sample) > 1000);
            _window.RemoveRange(0, Window);
            return loud ? 0.95 : 0.02;
        }

        public void Reset() => _window.Clear();

        public void Dispose() => _window.Clear();
    }
}
