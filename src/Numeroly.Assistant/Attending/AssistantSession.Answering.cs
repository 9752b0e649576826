using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Measuring;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Speaking;
using Numeroly.Assistant.Telling;
using Numeroly.Assistant.Wording;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>Answering: thinking and speaking at the same time.</summary>
public sealed partial class AssistantSession
{
    private Answer? _answer;
    private string? _cut;

    private bool IsAudible => _answer is { Clock.IsAudible: true };

    private TurnClock Spontaneous() => new(TurnInput.Unasked, Time);

    /// <summary>Says the first thing, once the person is there to hear it, or at once where there is no call.</summary>
    private void Open()
    {
        if (_hasOpened || (_transport is not null && !_isCallHopeless && !PersonIsInCall)) return;
        _hasOpened = true;
        var last = _said.LastOrDefault();
        if (last is null) StartAnswer(Spontaneous(), ReplyOccasion.Greeting);
        else if (last.Said.Speaker == Speaker.User) StartAnswer(Spontaneous(), ReplyOccasion.Answer, _tookOver ? Phrases.In(_language).TookOver : null);
        else if (_cutByPredecessor == last.Id) TakeUp(last.Said.Text);
    }

    private void TakeUp(string rest)
    {
        _cut = null;
        Say(Spontaneous(), $"{Phrases.In(_language).TookOver} {rest}", TurnOutcome.Answered);
    }

    private void StartAnswer(TurnClock clock, ReplyOccasion occasion, string? preface = null)
    {
        _isUnanswered = false;
        _cut = null;
        var today = DateOnly.FromDateTime(Time.GetUtcNow().AddHours(_parts.Options.TodayUtcOffsetHours).DateTime);
        var request = new ReplyRequest(_record.ConversationId, _language, _reading, today, [.. _said.Select(line => line.Said)], occasion);
        Tell(seq => AppMessages.ProcessingStatus(ProcessingStatus.Thinking, seq));
        Start(clock, answer => Prefaced(preface, _thinking.WordsAsync(
            answer, request, part => OnPart(answer, part), fell => Post(() => OnFell(fell)), answer.Cancellation.Token)), TurnOutcome.Answered);
    }

    /// <summary>Says a sentence of its own.</summary>
    private void Say(TurnClock clock, string text, TurnOutcome outcome) => Start(clock, _ => Prefaced(text, null), outcome);

    private void Start(TurnClock clock, Func<Answer, IAsyncEnumerable<string>> words, TurnOutcome outcome)
    {
        var answer = new Answer(clock, _given, CancellationTokenSource.CreateLinkedTokenSource(_over.Token));
        _answer = answer;
        _halted = null;
        _ = AnswerAsync(answer, words(answer), PersonIsInCall && !_parts.Voices.IsEmpty ? _call : null, outcome);
    }

    private async Task AnswerAsync(Answer answer, IAsyncEnumerable<string> words, ICall? call, TurnOutcome outcome)
    {
        var cancellation = answer.Cancellation.Token;
        var sentences = Channel.CreateUnbounded<string>();
        try
        {
            var saying = answer.Mouth = call is null
                ? Task.CompletedTask
                : _voicing.SayAsync(answer, sentences.Reader, _language, call, samples => Give(answer, samples), fell => Post(() => OnFell(fell)), cancellation);
            await ThinkAsync(answer, words, sentences.Writer, cancellation);
            Post(() => OnThought(answer));
            await saying;
            Post(() => OnGiven(answer, outcome));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _log.LogDebug("An answer was cut");
        }
        catch (CallFailedException failure)
        {
            _log.LogInformation("The call was lost while speaking: {Reason}", failure.Message);
        }
        catch (Exception fault)
        {
            _log.LogError(fault, "An answer failed");
            answer.HasFailed = true;
            Post(() => OnGiven(answer, TurnOutcome.Failed));
        }
    }

    private async Task ThinkAsync(Answer answer, IAsyncEnumerable<string> words, ChannelWriter<string> sentences, CancellationToken cancellation)
    {
        try
        {
            await foreach (var sentence in Sentences.SplitAsync(words, cancellation))
            {
                if (answer.Text.Length == 0)
                {
                    answer.Clock.FirstWords();
                    Post(() => Tell(seq => AppMessages.ProcessingStatus(ProcessingStatus.Synthesizing, seq)));
                }

                answer.Add(sentence);
                sentences.TryWrite(sentence);
            }
        }
        finally
        {
            sentences.TryComplete();
        }
    }

    private void OnPart(Answer answer, ReplyPart part)
    {
        switch (part)
        {
            case ReplyPart.InTone tone:
                answer.Tone = tone.Tone;
                break;
            case ReplyPart.Used used:
                AssistantTelemetry.Used(answer.Clock.Reply, used.InputTokens, used.OutputTokens);
                break;
            case ReplyPart.LearntReading learnt:
                Post(() => OnLearnt(learnt.Reading));
                break;
        }
    }

    private void OnLearnt(Reading learnt)
    {
        _reading = new Reading(learnt.Name ?? _reading?.Name, learnt.BirthDate ?? _reading?.BirthDate);
        _writer.Write((conversation, _) => Assisting.Learn(conversation, learnt));
    }

    /// <summary>All the words are known: they go on record and to the app, while they are still being said.</summary>
    private void OnThought(Answer answer)
    {
        if (_answer != answer || answer.Text.Length == 0) return;
        answer.IsThought = true;
        KeepAnswer(answer, heard: null);
    }

    private void KeepAnswer(Answer answer, string? heard)
    {
        var (text, tone) = (answer.Text, answer.Tone);
        Keep(new SaveMessage(answer.Id, Speaker.Assistant, text, null, tone, heard, Time.GetUtcNow()), seq => AppMessages.AssistantResponse(text, tone, seq));
    }

    private void OnGiven(Answer answer, TurnOutcome outcome)
    {
        if (_answer != answer) return;
        answer.IsGiven = true;
        answer.Outcome = outcome;
        FinishIfPlayed(answer);
    }

    private void OnPlayed(CallEvent.Played played)
    {
        _played = Math.Max(_played, played.PlayedSamples);
        if (_answer is not { } answer) return;
        if (_played > answer.StartSample) answer.Clock.Audible();
        FinishIfPlayed(answer);
    }

    private void Give(Answer answer, int samples)
    {
        if (!answer.Cancellation.IsCancellationRequested) Interlocked.Add(ref _given, samples);
    }

    private void FinishIfPlayed(Answer answer)
    {
        if (!answer.IsGiven || _played < answer.StartSample + answer.Aloud.Samples) return;
        _answer = null;
        if (answer.IsVoiceLost) Interrupted(answer, InterruptionCause.VoiceLost);
        else Measure(answer.Clock, answer.HasFailed ? TurnOutcome.Failed : answer.Outcome, answer.Id);
        answer.Cancellation.Dispose();
        Tell(seq => AppMessages.ProcessingStatus(ProcessingStatus.Complete, seq));
    }

    private static async IAsyncEnumerable<string> Prefaced(string? preface, IAsyncEnumerable<string>? words, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (preface is not null) yield return words is null ? preface : $"{preface} ";
        if (words is null) yield break;
        await foreach (var word in words.WithCancellation(cancellation)) yield return word;
    }
}
