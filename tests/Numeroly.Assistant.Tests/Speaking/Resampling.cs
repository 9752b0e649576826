using Numeroly.Assistant.Speaking.Resampling;

namespace Numeroly.Assistant.Tests.Speaking;

public sealed class Resampling
{
    private const int Espeak = 22_050;
    private const int Spoken = 24_000;

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(4_000)]
    [InlineData(8_000)]
    [InlineData(9_500)]
    public void What_a_voice_is_made_of_passes_unchanged(int hertz)
    {
        var output = Converted(Tone(hertz, Espeak, 1));

        Decibels(Amplitude(output, hertz, Spoken) / 10_000).ShouldBe(0, tolerance: 0.1);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(5_000)]
    [InlineData(9_500)]
    public void A_tone_comes_out_without_others_beside_it(int hertz)
    {
        var output = Converted(Tone(hertz, Espeak, 1));

        // The image lies above the input's half rate, and is folded below the output's.
        var image = Spoken - (Espeak - hertz);
        var others = new[] { image, Espeak - hertz, hertz / 2, 11_700 }.Where(other => other < Spoken / 2 && Math.Abs(other - hertz) > 200);
        foreach (var other in others)
            Decibels(Amplitude(output, other, Spoken) / 10_000).ShouldBeLessThan(-70);
    }

    [Fact]
    public void What_the_lower_rate_cannot_hold_is_taken_away_and_not_folded_back()
    {
        var resampler = new Resampler(48_000, Spoken);
        short[] output = [.. resampler.Convert(Tone(13_500, 48_000, 1)), .. resampler.Finish()];

        Decibels(Amplitude(output, 24_000 - 13_500, Spoken) / 10_000).ShouldBeLessThan(-70);
        output.AsSpan(500, output.Length - 1000).ToArray().Max(sample => Math.Abs((int)sample)).ShouldBeLessThan(10);
    }

    [Theory]
    [InlineData(22_050)]
    [InlineData(16_000)]
    [InlineData(48_000)]
    [InlineData(44_100)]
    public void A_second_stays_a_second(int from)
    {
        var resampler = new Resampler(from, Spoken);

        (resampler.Convert(new short[from]).Length + resampler.Finish().Length).ShouldBe(Spoken);
    }

    [Fact]
    public void The_cuts_of_the_input_are_not_heard()
    {
        var input = Tone(440, Espeak, 1);
        var whole = Converted(input);

        var random = new Random(7);
        var resampler = new Resampler(Espeak, Spoken);
        var pieces = new List<short>();
        for (var at = 0; at < input.Length;)
        {
            var length = Math.Min(input.Length - at, random.Next(1, 700));
            pieces.AddRange(resampler.Convert(input.AsSpan(at, length)));
            at += length;
        }

        pieces.AddRange(resampler.Finish());
        pieces.ShouldBe(whole);
    }

    [Fact]
    public void A_click_stays_where_it_was()
    {
        var input = new short[Espeak];
        input[Espeak / 2] = 20_000;

        var output = Converted(input);

        Array.IndexOf(output, output.Max()).ShouldBe(Spoken / 2);
    }

    [Fact]
    public void The_loudest_sound_is_clipped_and_does_not_wrap_round()
    {
        var square = Enumerable.Range(0, Espeak).Select(at => (at / 25 % 2) == 0 ? short.MaxValue : short.MinValue).ToArray();

        var output = Converted(square);

        // A sample that wrapped round would jump from one end to the other within the flat part.
        output.ShouldContain(short.MaxValue);
        output.Where((sample, at) => at > 0 && Math.Abs(sample - output[at - 1]) > 60_000).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_rate_passes_as_it_is()
    {
        var input = Tone(440, Spoken, 0.1);

        new Resampler(Spoken, Spoken).Convert(input).ShouldBe(input);
    }

    private static short[] Converted(short[] input)
    {
        var resampler = new Resampler(Espeak, Spoken);
        return [.. resampler.Convert(input), .. resampler.Finish()];
    }

    private static short[] Tone(double hertz, int rate, double seconds) =>
        [.. Enumerable.Range(0, (int)(rate * seconds)).Select(at => (short)Math.Round(10_000 * Math.Sin(2 * Math.PI * hertz * at / rate)))];

    /// <summary>How strong a frequency is in the middle of a sound, by correlation with it under a smooth window.</summary>
    private static double Amplitude(short[] sound, double hertz, int rate)
    {
        var (real, imaginary, weight) = (0.0, 0.0, 0.0);
        for (var at = 1_000; at < sound.Length - 1_000; at++)
        {
            var place = (at - 1_000.0) / (sound.Length - 2_000);
            var window = 0.42 - (0.5 * Math.Cos(2 * Math.PI * place)) + (0.08 * Math.Cos(4 * Math.PI * place));
            var angle = 2 * Math.PI * hertz * at / rate;
            real += window * sound[at] * Math.Cos(angle);
            imaginary += window * sound[at] * Math.Sin(angle);
            weight += window;
        }

        return 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / weight;
    }

    private static double Decibels(double ratio) => 20 * Math.Log10(ratio);
}
