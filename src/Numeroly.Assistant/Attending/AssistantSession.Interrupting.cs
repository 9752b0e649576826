using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Replying;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>Being interrupted: silence at once, and what of the answer was heard until then.</summary>
public sealed partial class AssistantSession
{
    private static readonly TimeSpan LongestFlush = TimeSpan.FromMilliseconds(500);

    private Halted? _halted;
    private int _pauses;

    /// <summary>What the person broke into, until it is known whether they had anything to say.</summary>
    /// <param name="Rest">From the beginning of the unfinished sentence; null where the answer has to be thought of again.</param>
    private sealed record Halted(string? Rest);

    /// <summary>Stops whatever is being thought or said, and keeps what of it was heard.</summary>
    private async Task CutAsync(InterruptionCause cause)
    {
        if (_answer is not { } answer) return;
        _answer = null;
        await answer.Cancellation.CancelAsync();
        await answer.Mouth.WaitAsync(LongestFlush, Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await FlushAsync();
        if (_played > answer.StartSample) answer.Clock.Audible();
        Interrupted(answer, cause);
        answer.Cancellation.Dispose();
    }

    private void Interrupted(Answer answer, InterruptionCause cause)
    {
        var heard = answer.Aloud.HeardOf(_played - answer.StartSample);
        var text = answer.Text;
        if (answer.IsThought && heard == text)
        {
            Measure(answer.Clock, TurnOutcome.Answered, answer.Id);
        }
        else if (heard.Length == 0 && !answer.IsThought)
        {
            _isUnanswered = IsOwed(answer);
            if (cause != InterruptionCause.PersonSpoke && answer.Clock.Input == TurnInput.Unasked) _hasOpened &= !_said.IsEmpty;
            Measure(answer.Clock, TurnOutcome.Merged, null);
        }
        else
        {
            if (!answer.IsThought) KeepAnswer(answer, heard);
            else RecordHeard(answer, heard, cause);
            KeepRest(answer, heard, cause);
            Measure(answer.Clock, TurnOutcome.Interrupted, answer.Id);
        }
    }

    private void KeepRest(Answer answer, string heard, InterruptionCause cause)
    {
        var isOwed = IsOwed(answer);
        var rest = answer.IsThought || !isOwed ? answer.RestAfter(heard) : null;
        if (rest is "") return;
        if (cause is InterruptionCause.PersonSpoke)
        {
            _halted = new Halted(rest);
            if (heard.Length == 0) _isUnanswered = isOwed;
        }
        else if (cause is InterruptionCause.CallLost or InterruptionCause.PersonLeft)
        {
            _cut = rest;
            _isUnanswered |= rest is null;
        }
    }

    /// <summary>Goes on with what a voice broke into that turned out to have no words: a cough, somebody else, a door.</summary>
    /// <returns>False where there is nothing to go on with, or the person has the word again.</returns>
    private bool GoOn()
    {
        if (_halted is not { } halted || _turn is not null || _answer is not null) return false;
        _halted = null;
        _isUnanswered = false;
        if (!PersonIsInCall) (_cut, _isUnanswered) = (halted.Rest, halted.Rest is null);
        else if (halted.Rest is { } rest) Say(Spontaneous(), rest, TurnOutcome.Answered);
        else StartAnswer(Spontaneous(), ReplyOccasion.Answer);
        return true;
    }

    // A device that recognises by itself tells nothing of what it did not understand.
    private async Task GoOnUnlessWordsComeAsync()
    {
        var pause = ++_pauses;
        await Task.Delay(_parts.Options.WordsComeWithin, Time, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Post(() =>
        {
            if (pause == _pauses && !_ear.HearsVoice) GoOn();
        });
    }

    /// <summary>Whether the person waits for it: of all that was heard in the conversation, their words were the last.</summary>
    private bool IsOwed(Answer answer) =>
        _said.LastOrDefault(line => line.Id != answer.Id && line.Said.Heard is not "")?.Said.Speaker == Speaker.User;

    private void RecordHeard(Answer answer, string heard, InterruptionCause cause)
    {
        _said = [.. _said.Select(line => line.Id == answer.Id ? line with { Said = line.Said with { Heard = heard } } : line)];
        _writer.Write((conversation, now) => Assisting.Interrupt(conversation, answer.Id, heard, cause, now));
    }

    private async Task FlushAsync()
    {
        if (_call is not { } call) return;
        using var patience = new CancellationTokenSource(LongestFlush, Time);
        try
        {
            _played = await call.FlushAsync(patience.Token);
        }
        catch (Exception fault) when (fault is CallFailedException or OperationCanceledException)
        {
            _log.LogInformation("The call could not be silenced; it has gone, or will go");
        }

        Interlocked.Exchange(ref _given, _played);
    }
}
