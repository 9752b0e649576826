using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Tests.Calling.Chromium;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Calling.Native;

public sealed class SpeakingTests : NativeCallTest
{
    private const int HalfASecond = SpeechFormat.SpokenRate / 2;
    private const int WhatTheLibraryHolds = SpeechFormat.SpokenRate / 10;

    [Fact]
    public async Task What_is_said_arrives_whole_and_in_order_however_it_was_cut()
    {
        await using var call = await JoinAsync();
        var record = new CallRecord(call);
        var speech = Speech(30_011);

        foreach (var piece in speech.Chunk(1_237)) await call.SpeakAsync(piece, Stop);

        await record.EventAsync<CallEvent.Played>(told => told is { IsSilent: true, PlayedSamples: 30_011 });
        Script.Said(Room).Where(sample => sample != 0).ToArray().ShouldBe(speech);
    }

    [Fact]
    public async Task Progress_is_told_from_the_first_sound_to_silence()
    {
        await using var call = await JoinAsync();
        var record = new CallRecord(call);

        await call.SpeakAsync(Speech(SpeechFormat.SpokenRate), Stop);
        await record.EventAsync<CallEvent.Played>(told => told.IsSilent);

        var told = record.Events.OfType<CallEvent.Played>().ToList();
        told[0].IsSilent.ShouldBeFalse();
        told[0].PlayedSamples.ShouldBeInRange(1, WhatTheLibraryHolds);
        told.Select(played => played.PlayedSamples).ShouldBeInOrder();
        told[^1].ShouldBe(new(SpeechFormat.SpokenRate, IsSilent: true));
        told.Count.ShouldBeInRange(3, 10);
    }

    [Fact]
    public async Task Whoever_speaks_is_let_go_when_half_a_second_waits()
    {
        await using var call = await JoinAsync();

        await call.SpeakAsync(Speech(SpeechFormat.SpokenRate), Stop);

        var said = Script.Said(Room).Length;
        said.ShouldBeGreaterThanOrEqualTo(SpeechFormat.SpokenRate - HalfASecond - WhatTheLibraryHolds);
    }

    [Fact]
    public async Task A_flush_ends_what_is_said_and_tells_how_much_was_played()
    {
        await using var call = await JoinAsync();
        var record = new CallRecord(call);
        var speaking = call.SpeakAsync(Speech(10 * SpeechFormat.SpokenRate), Stop).AsTask();
        await record.EventAsync<CallEvent.Played>();

        var played = await call.FlushAsync(Stop);

        await speaking;
        (await record.EventAsync<CallEvent.Played>(told => told.IsSilent)).PlayedSamples.ShouldBe(played);
        Script.Said(Room).Length.ShouldBe((int)played);
        played.ShouldBeLessThan(10 * SpeechFormat.SpokenRate);
        (await call.FlushAsync(Stop)).ShouldBe(played);
    }

    [Fact]
    public async Task After_a_flush_new_speech_sounds_and_is_counted_on()
    {
        await using var call = await JoinAsync();
        var record = new CallRecord(call);
        var dropped = call.SpeakAsync(Speech(5 * SpeechFormat.SpokenRate), Stop).AsTask();
        await record.EventAsync<CallEvent.Played>();
        var played = await call.FlushAsync(Stop);
        await dropped;

        await call.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, 660, 0.6), Stop);

        await record.EventAsync<CallEvent.Played>(told => told.IsSilent && told.PlayedSamples == played + 14_400);
        Tone.Seconds(Script.Said(Room)[(int)played..], SpeechFormat.SpokenRate, 660).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public async Task Two_calls_at_once_share_one_context_and_keep_their_voices_apart()
    {
        var contexts = Script.Ever(Script.Kind.Context);
        var other = NewRoom();
        await using var first = await JoinAsync();
        await using var second = await JoinAsync(other);

        await Task.WhenAll(first.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, 500, 1), Stop).AsTask(), second.SpeakAsync(Tone.Samples(SpeechFormat.SpokenRate, 900, 1), Stop).AsTask());

        await Eventually.HoldsAsync(() => Tone.Seconds(Script.Said(Room), SpeechFormat.SpokenRate, 500) > 0.9, "the first voice");
        await Eventually.HoldsAsync(() => Tone.Seconds(Script.Said(other), SpeechFormat.SpokenRate, 900) > 0.9, "the second voice");
        Script.Ever(Script.Kind.Context).ShouldBe(contexts + 1);
    }

    /// <summary>Samples of which none is silence and neighbours differ.</summary>
    private static short[] Speech(int count) => [.. Enumerable.Range(0, count).Select(i => (short)(i % 30_000 + 1))];
}
