using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Local;
using Numeroly.Assistant.Hearing.Local.Worker;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing.Local;

/// <summary>
/// Weights are too large to ship, so in place of sherpa-onnx-node stands a package with the same functions that counts what
/// it hears; process, protocol and the choice of model files are the real ones.
/// </summary>
public sealed class Recognising_with_a_local_model : IAsyncDisposable
{
    private const string Package = """
        const { existsSync, writeFileSync } = require('node:fs');
        class Stream {
          constructor() { this.samples = 0; this.finished = false; }
          acceptWaveform({ samples, sampleRate }) {
            if (sampleRate !== 16000) throw new Error('rate');
            this.samples += samples.length;
            this.loudest = Math.max(this.loudest ?? 0, ...samples.slice(0, 1000));
          }
          inputFinished() { this.finished = true; }
        }
        class OnlineRecognizer {
          constructor(config) { this.config = config; if (config.modelConfig.tokens.includes('broken')) throw new Error('broken model\nwith details'); }
          createStream() { return new Stream(); }
          isReady() {
            const mark = this.config.modelConfig.tokens.replace('tokens.txt', 'stuck');
            if (!mark.includes('stuck-once') || existsSync(mark)) return false;
            writeFileSync(mark, '');
            for (;;);
          }
          decode() {}
          getResult(stream) {
            if (stream.loudest > 0.99) process.exit(7);
            const seconds = Math.floor(stream.samples / 16000);
            return { text: `heard ${seconds}${stream.finished ? ' in all' : ''}` };
          }
        }
        class OfflineRecognizer extends OnlineRecognizer {
          getResult(stream) { return { text: `whole ${(stream.samples / 16000).toFixed(1)}` }; }
        }
        module.exports = { OnlineRecognizer, OfflineRecognizer };
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("numeroly-test-").FullName;
    private readonly List<WorkerSpeechToText> _recognisers = [];

    public Recognising_with_a_local_model()
    {
        var package = Directory.CreateDirectory(Path.Combine(_folder, "node_modules", "sherpa-onnx-node")).FullName;
        File.WriteAllText(Path.Combine(package, "index.js"), Package);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var recogniser in _recognisers) await recogniser.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_streaming_model_tells_more_while_it_hears_more()
    {
        var transcripts = await TranscribeAsync(Recogniser("zipformer-vi-streaming"), Sound.Vowel(3));

        transcripts.SkipLast(1).Select(transcript => transcript.Text).ShouldBe(["heard 0", "heard 1", "heard 2", "heard 3"]);
        transcripts[^1].ShouldBe(new Transcript("heard 3 in all", IsFinal: true, Confidence: null));
    }

    [Fact]
    public async Task A_model_for_whole_turns_gets_half_a_minute_at_a_time() =>
        (await TranscribeAsync(Recogniser("zipformer-vi"), Sound.Silence(65)))[^1].Text.ShouldBe("whole 30.0 whole 30.0 whole 5.0");

    [Fact]
    public async Task Turns_of_many_calls_share_one_process_and_do_not_mix()
    {
        var recogniser = Recogniser("zipformer-vi-streaming");

        var turns = await Task.WhenAll(Enumerable.Range(1, 5).Select(seconds => TranscribeAsync(recogniser, Sound.Silence(seconds))));

        turns.Select(transcripts => transcripts[^1].Text).ShouldBe(["heard 1 in all", "heard 2 in all", "heard 3 in all", "heard 4 in all", "heard 5 in all"]);
    }

    [Fact]
    public async Task A_process_that_dies_fails_its_turn_and_is_started_again_for_the_next()
    {
        var recogniser = Recogniser("zipformer-vi-streaming");
        var deadly = Sound.Silence(1);
        Array.Fill(deadly, short.MaxValue);

        (await Should.ThrowAsync<ProviderException>(() => TranscribeAsync(recogniser, deadly))).Failure.ShouldBe(ProviderFailure.CutOff);
        (await TranscribeAsync(recogniser, Sound.Silence(1)))[^1].Text.ShouldBe("heard 1 in all");
    }

    [Fact]
    public async Task A_process_that_is_stuck_is_ended_when_its_turn_is_given_up_and_the_next_has_another()
    {
        var recogniser = Recogniser("stuck-once-streaming", stall: TimeSpan.Zero);
        using var leaving = new CancellationTokenSource();
        var stuck = TranscribeAsync(recogniser, Sound.Silence(60), leaving.Token);
        await Wait.UntilAsync(() => File.Exists(Path.Combine(_folder, "stuck-once-streaming", "stuck")));

        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => stuck);
        (await TranscribeAsync(recogniser, Sound.Silence(1)))[^1].Text.ShouldBe("heard 1 in all");
    }

    [Fact]
    public async Task A_model_that_cannot_be_opened_is_missing_and_says_why_in_one_line()
    {
        var failure = await Should.ThrowAsync<ProviderException>(() => TranscribeAsync(Recogniser("broken-streaming"), Sound.Silence(1)));

        failure.Failure.ShouldBe(ProviderFailure.Missing);
        failure.Message.ShouldEndWith("broken model");
    }

    [Theory]
    [InlineData("sherpa-onnx-zipformer-vi-30M", true, false)]
    [InlineData("vosk-model-small-en-us-0.15", false, true)]
    [InlineData("my-model", true, true)]
    public void What_a_model_knows_is_told_from_its_name(string name, bool vietnamese, bool english)
    {
        var options = new LocalOptions { Model = $"/models/{name}/" };

        options.Knows(Language.Vi).ShouldBe(vietnamese);
        options.Knows(Language.En).ShouldBe(english);
        new LocalOptions { Model = options.Model, Languages = "vi" }.Knows(Language.Vi).ShouldBeTrue();
    }

    [Fact]
    public void A_model_or_package_that_is_not_there_is_left_out_with_the_reason()
    {
        var gone = LocalRecognisers.Find(new() { Model = Path.Combine(_folder, "gone") }, new(), searchPath: null);
        var model = Directory.CreateDirectory(Path.Combine(_folder, "vosk-model", "am")).Parent!.FullName;
        var withoutPackage = LocalRecognisers.Find(new() { Model = model, Packages = _folder }, new(), searchPath: null);
        var without = LocalRecognisers.Find(new(), new(), searchPath: null);

        gone.Recognisers.ShouldBeEmpty();
        gone.Missing.ShouldContain(sentence => sentence.Contains("no folder", StringComparison.Ordinal));
        withoutPackage.Recognisers.ShouldBeEmpty();
        withoutPackage.Missing.ShouldContain(sentence => sentence.Contains("npm install vosk", StringComparison.Ordinal));
        without.Missing.ShouldBe([LocalRecognisers.WithoutPocketsphinx]);
    }

    private WorkerSpeechToText Recogniser(string model, TimeSpan? stall = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, model)).FullName;
        foreach (var file in new[] { "tokens.txt", "encoder.int8.onnx", "encoder.onnx", "decoder.onnx", "joiner.onnx" }) File.WriteAllText(Path.Combine(folder, file), "");
        var recogniser = new WorkerSpeechToText(new() { Model = folder }, _folder, new() { Begin = TimeSpan.FromSeconds(60), Stall = stall ?? TimeSpan.FromSeconds(10) }, TimeProvider.System);
        _recognisers.Add(recogniser);
        return recogniser;
    }

    private static async Task<List<Transcript>> TranscribeAsync(WorkerSpeechToText recogniser, short[] turn, CancellationToken cancellation = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, TestContext.Current.CancellationToken);
        List<Transcript> transcripts = [];
        await foreach (var transcript in recogniser.TranscribeAsync(turn.AsTurn(), new(Language.Vi, []), either.Token)) transcripts.Add(transcript);
        return transcripts;
    }
}
