using Numeroly.Assistant.Hearing.Detecting;

namespace Numeroly.Assistant.Tests.Hearing.Detecting;

public sealed class Trimming_silence : IDisposable
{
    private readonly SileroModel _model = SileroModel.Load(VoiceDetectors.ShippedModel);

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task A_turn_of_silence_costs_nothing() =>
        (await TrimmedAsync(Sound.Silence(30))).Length.ShouldBeLessThan(1);

    [Fact]
    public async Task Silence_before_between_and_after_is_cut_to_its_margins()
    {
        var said = Sound.Spoken("life-path.en");

        var trimmed = await TrimmedAsync(Sound.Joined(Sound.Silence(5), said, Sound.Silence(10), said, Sound.Silence(5)));

        // Two sentences with four margins of 0.3 s, and what the detector needs to be sure.
        trimmed.Length.ShouldBeInRange(2 * said.Length - 16_000, (2 * said.Length) + (int)(1.6 * 16_000));
    }

    [Fact]
    public async Task The_speech_itself_is_kept_to_the_last_sample()
    {
        var said = Sound.Spoken("birth-date.en");
        var loud = said.Select((sample, place) => (sample, place)).Where(at => Math.Abs((int)at.sample) > 2000).ToList();
        var core = said[loud[0].place..(loud[^1].place + 1)];

        var trimmed = await TrimmedAsync(Sound.Joined(Sound.Silence(3), said, Sound.Silence(3)));

        trimmed.AsSpan().IndexOf(core).ShouldBeGreaterThanOrEqualTo(0);
    }

    private async Task<short[]> TrimmedAsync(short[] turn)
    {
        using var detector = new SileroDetector(_model);
        List<short> kept = [];
        await foreach (var part in turn.AsTurn().TrimSilenceAsync(detector, SilenceTrimming.DefaultMargin, TestContext.Current.CancellationToken))
            kept.AddRange(part.Span);
        return [.. kept];
    }
}
