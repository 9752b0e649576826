using Microsoft.Extensions.Logging.Abstractions;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Detecting;

namespace Numeroly.Assistant.Tests.Hearing.Detecting;

public sealed class Telling_voice_from_noise : IDisposable
{
    private readonly SileroModel _model = SileroModel.Load(VoiceDetectors.ShippedModel);

    public static TheoryData<string> Voices => ["life-path.en", "life-path.vi", "birth-date.en"];

    public static TheoryData<string> Noises => ["silence", "white noise", "hum", "keyboard"];

    public void Dispose() => _model.Dispose();

    [Theory]
    [MemberData(nameof(Voices))]
    public void Speech_is_told_as_voice(string name)
    {
        using var detector = new SileroDetector(_model);
        using var simple = new EnergyDetector();

        VoicedShare(detector, Sound.Joined(Sound.Silence(0.5), Sound.Spoken(name))).ShouldBeGreaterThan(0.4);
        VoicedShare(simple, Sound.Joined(Sound.Silence(0.5), Sound.Spoken(name))).ShouldBeGreaterThan(0.4);
    }

    [Theory]
    [MemberData(nameof(Noises))]
    public void Noise_is_never_told_as_speech(string name)
    {
        using var detector = new SileroDetector(_model);
        using var simple = new EnergyDetector();

        Changes(detector, Noise(name)).ShouldBeEmpty();
        Changes(simple, Noise(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_told_that_the_network_is_used()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "open files are looked at in /proc");
        var open = Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name);

        open.ShouldNotContain(name => name != null && name.StartsWith("onnxruntime.db"), "where ONNX Runtime keeps what it reports");
    }

    [Fact]
    public void Two_sentences_with_a_pause_are_two_pieces_of_speech_at_their_places()
    {
        using var detector = new SileroDetector(_model);
        var (first, second) = (Sound.Spoken("life-path.en"), Sound.Spoken("birth-date.en"));

        var changes = Changes(detector, Sound.Joined(Sound.Silence(1), first, Sound.Silence(1.5), second, Sound.Silence(1)));

        var ended = changes.OfType<VoiceChange.Ended>().ToList();
        changes.Count.ShouldBe(4);
        ended.Count.ShouldBe(2);
        ended[0].From.ShouldBeInRange(16_000 - SileroModel.Window, 16_000 + 4_000);
        ended[0].To.ShouldBeInRange(16_000 + first.Length - 8_000, 16_000 + first.Length + 3_200);
        ended[1].From.ShouldBeInRange(40_000 - SileroModel.Window + first.Length, 40_000 + first.Length + 4_000);
    }

    [Fact]
    public void A_call_does_not_hear_what_another_hears()
    {
        using var talking = new SileroDetector(_model);
        using var quiet = new SileroDetector(_model);
        using var alone = new SileroDetector(_model);
        var speech = Sound.Spoken("life-path.en").Frames().ToList();
        var expected = speech.Select(frame => alone.Listen(frame.Span)).ToList();

        var heard = speech.Select(frame =>
        {
            quiet.Listen(new short[320]);
            return talking.Listen(frame.Span);
        }).ToList();

        heard.ShouldBe(expected);
    }

    [Fact]
    public void After_a_reset_the_same_sound_is_judged_the_same()
    {
        using var detector = new SileroDetector(_model);
        var speech = Sound.Spoken("life-path.vi").Frames().ToList();

        var first = speech.Select(frame => detector.Listen(frame.Span)).ToList();
        detector.Reset();
        speech.Select(frame => detector.Listen(frame.Span)).ShouldBe(first);
    }

    [Fact]
    public void Without_the_network_the_simple_detector_takes_its_place()
    {
        using var detectors = new VoiceDetectors(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.onnx"), NullLogger<VoiceDetectors>.Instance);

        using var detector = detectors.Create();

        detector.ShouldBeOfType<EnergyDetector>();
        Changes(detector, Sound.Joined(Sound.Silence(0.5), Sound.Spoken("life-path.en"), Sound.Silence(1))).OfType<VoiceChange.Ended>().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_that_is_no_network_is_as_good_as_none()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "not a network");
        using var detectors = new VoiceDetectors(path, NullLogger<VoiceDetectors>.Instance);

        using var detector = detectors.Create();

        detector.ShouldBeOfType<EnergyDetector>();
        File.Delete(path);
    }

    private static short[] Noise(string name) => name switch
    {
        "silence" => Sound.Silence(5),
        "white noise" => Sound.WhiteNoise(5),
        "hum" => Sound.Hum(5),
        _ => Sound.Keyboard(5),
    };

    private static double VoicedShare(IVoiceDetector detector, short[] sound) =>
        sound.Frames().Select(frame => detector.Listen(frame.Span)).OfType<double>().Average(probability => probability >= 0.5 ? 1.0 : 0);

    private static List<VoiceChange> Changes(IVoiceDetector detector, short[] sound)
    {
        var state = default(VoiceActivity);
        List<VoiceChange> changes = [];
        foreach (var probability in sound.Frames().Select(frame => detector.Listen(frame.Span)).OfType<double>())
        {
            (state, var change) = state.After(probability, overAssistant: false, VoiceActivityOptions.Default);
            if (change is not null) changes.Add(change);
        }
        return changes;
    }
}
