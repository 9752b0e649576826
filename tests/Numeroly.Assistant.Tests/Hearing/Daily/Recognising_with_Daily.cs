using System.Threading.Channels;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Daily;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing.Daily;

public class Recognising_with_Daily
{
    private static readonly DailySettling Settling = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2));
    private readonly DailyTranscription _daily = new(Settling, TimeProvider.System);
    private readonly Channel<ReadOnlyMemory<short>> _speech = Channel.CreateUnbounded<ReadOnlyMemory<short>>();
    private readonly List<Transcript> _told = [];

    [Fact]
    public async Task Segments_are_joined_and_the_turn_is_final_once_they_are()
    {
        var turn = TranscribeAsync();
        _daily.Hear(Segment("con số", isFinal: false));
        _daily.Hear(Segment("Con số chủ đạo", isFinal: true, 0.9));
        _daily.Hear(Segment("của tôi", isFinal: false));
        _speech.Writer.Complete();
        _daily.Hear(Segment("của tôi là gì?", isFinal: true, 0.9));

        var final = await turn;

        _told.Select(transcript => transcript.Text).ShouldBe(["con số", "Con số chủ đạo", "Con số chủ đạo của tôi", "Con số chủ đạo của tôi là gì?", "Con số chủ đạo của tôi là gì?"]);
        final.IsFinal.ShouldBeTrue();
        final.Confidence!.Value.ShouldBe(0.9, 0.001);
    }

    [Fact]
    public async Task A_segment_that_never_becomes_final_is_taken_as_it_is()
    {
        var turn = TranscribeAsync();
        _daily.Hear(Segment("what is", isFinal: false));
        _speech.Writer.Complete();

        (await turn).ShouldBe(new Transcript("what is", IsFinal: true, Confidence: null));
    }

    [Fact]
    public async Task A_turn_of_which_nothing_was_told_is_final_and_empty()
    {
        _speech.Writer.Complete();

        (await TranscribeAsync()).ShouldBe(new Transcript("", IsFinal: true, Confidence: null));
    }

    [Fact]
    public async Task A_line_told_twice_counts_once()
    {
        var turn = TranscribeAsync();
        _daily.Hear(Segment("Hello.", isFinal: true));
        _daily.Hear(Segment("Hello.", isFinal: true));
        _speech.Writer.Complete();

        (await turn).Text.ShouldBe("Hello.");
    }

    [Fact]
    public async Task What_is_told_between_turns_belongs_to_none()
    {
        _daily.Hear(Segment("cough", isFinal: true));
        var turn = TranscribeAsync();
        _daily.Hear(Segment("Hello.", isFinal: true));
        _speech.Writer.Complete();

        (await turn).Text.ShouldBe("Hello.");
    }

    [Fact]
    public async Task Transcription_that_stops_fails_the_turn_and_those_after_it()
    {
        var turn = TranscribeAsync();
        _daily.Fail(new("no card on the account"));

        (await Should.ThrowAsync<ProviderException>(() => turn)).Failure.ShouldBe(ProviderFailure.Unavailable);
        (await Should.ThrowAsync<ProviderException>(TranscribeAsync)).Failure.ShouldBe(ProviderFailure.Unavailable);
    }

    [Fact]
    public async Task Transcription_that_runs_again_is_used_again()
    {
        _daily.Fail(new("lost"));
        _daily.Recover();
        var turn = TranscribeAsync();
        _daily.Hear(Segment("Hello.", isFinal: true));
        _speech.Writer.Complete();

        (await turn).Text.ShouldBe("Hello.");
    }

    private static CallEvent.Transcribed Segment(string text, bool isFinal, double? confidence = null) => new("person", text, isFinal, confidence);

    private async Task<Transcript> TranscribeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await foreach (var transcript in _daily.TranscribeAsync(_speech.Reader.ReadAllAsync(token), new(Language.Vi, []), token)) _told.Add(transcript);
        return _told[^1];
    }
}
