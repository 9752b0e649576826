using FsCheck;
using FsCheck.Fluent;
using Numeroly.Assistant.Hearing.Detecting;

namespace Numeroly.Assistant.Tests.Hearing.Detecting;

public class Finding_speech_in_likelihoods
{
    private static readonly VoiceActivityOptions Options = VoiceActivityOptions.Default;
    private static readonly Arbitrary<double[]> Likelihoods =
        Gen.Choose(0, 100).Select(percent => percent / 100.0).ArrayOf().ToArbitrary();

    [Fact]
    public void One_loud_window_alone_starts_nothing() =>
        Changes([0.9, 0.1, 0.9, 0.1, 0.9]).ShouldBeEmpty();

    [Fact]
    public void Two_windows_start_speech_where_the_first_was_and_with_what_came_before() =>
        Changes([.. Quiet(20), 0.6, 0.6]).ShouldBe([new VoiceChange.Started(20 * 512, (20 * 512) - 4_800)]);

    [Fact]
    public void What_came_before_never_begins_before_the_call() =>
        Changes([0.6, 0.6]).ShouldBe([new VoiceChange.Started(0, 0)]);

    [Fact]
    public void Speech_ends_after_the_hangover_and_is_said_to_end_with_its_last_voice() =>
        Changes([.. Loud(10), .. Quiet(19)])[^1].ShouldBe(new VoiceChange.Ended(0, 10 * 512));

    [Fact]
    public void A_pause_shorter_than_the_hangover_does_not_end_speech() =>
        Changes([.. Loud(10), .. Quiet(18), .. Loud(5)]).ShouldHaveSingleItem().ShouldBeOfType<VoiceChange.Started>();

    [Fact]
    public void A_longer_hangover_waits_longer() =>
        Changes([.. Loud(10), .. Quiet(30)], options: Options with { Hangover = TimeSpan.FromSeconds(1) }).Count.ShouldBe(1);

    [Fact]
    public void A_soft_voice_above_the_release_keeps_speech_going() =>
        Changes([.. Loud(3), .. Enumerable.Repeat(0.4, 100)]).Count.ShouldBe(1);

    [Fact]
    public void A_cough_is_a_misfire() =>
        Changes([.. Loud(3), .. Quiet(19)])[^1].ShouldBe(new VoiceChange.Misfired(0, 3 * 512));

    [Fact]
    public void While_the_assistant_speaks_its_echo_starts_nothing() =>
        Changes(Enumerable.Repeat(0.7, 50), overAssistant: true).ShouldBeEmpty();

    [Fact]
    public void A_person_who_speaks_over_the_assistant_is_noticed_within_100_ms()
    {
        var state = default(VoiceActivity);
        VoiceChange? change = null;
        while (change is null) (state, change) = state.After(0.9, overAssistant: true, Options);

        (state.Heard * 512 / 16.0).ShouldBeLessThan(100);
    }

    [Fact]
    public void Any_row_of_likelihoods_gives_starts_and_ends_in_turns_and_in_order() => Prop.ForAll(Likelihoods, likelihoods =>
    {
        var changes = Changes(likelihoods);
        for (var i = 0; i < changes.Count; i++) (changes[i] is VoiceChange.Started).ShouldBe(i % 2 == 0);
        var places = changes.SelectMany(change => change switch
        {
            VoiceChange.Started started => new[] { started.At },
            VoiceChange.Ended ended => [ended.From, ended.To],
            VoiceChange.Misfired misfired => [misfired.From, misfired.To],
            _ => [],
        }).ToList();
        places.ShouldBe(places.Order());
        places.ShouldAllBe(place => place >= 0 && place <= likelihoods.Length * 512L);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Any_row_followed_by_a_pause_leaves_nobody_speaking() => Prop.ForAll(Likelihoods, likelihoods =>
    {
        var state = default(VoiceActivity);
        foreach (var likelihood in likelihoods.Concat(Quiet(20))) (state, _) = state.After(likelihood, overAssistant: false, Options);
        state.IsSpeaking.ShouldBeFalse();
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_stricter_ear_never_starts_where_the_ordinary_one_hears_nothing() => Prop.ForAll(Likelihoods, likelihoods =>
    {
        if (Changes(likelihoods).Count == 0) Changes(likelihoods, overAssistant: true).ShouldBeEmpty();
    }).Check(Config.QuickThrowOnFailure);

    private static IEnumerable<double> Loud(int windows) => Enumerable.Repeat(0.9, windows);

    private static IEnumerable<double> Quiet(int windows) => Enumerable.Repeat(0.1, windows);

    private static List<VoiceChange> Changes(IEnumerable<double> likelihoods, bool overAssistant = false, VoiceActivityOptions? options = null)
    {
        var state = default(VoiceActivity);
        List<VoiceChange> changes = [];
        foreach (var likelihood in likelihoods)
        {
            (state, var change) = state.After(likelihood, overAssistant, options ?? Options);
            if (change is not null) changes.Add(change);
        }
        return changes;
    }
}
