using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Measuring;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Telling;
using Numeroly.Assistant.Wording;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>Understanding the person: what was said in their turns, and what it asks for.</summary>
public sealed partial class AssistantSession
{
    private readonly Dictionary<Guid, TurnClock> _spokenByDevice = [];
    private readonly Dictionary<Guid, TurnClock> _ended = [];
    private bool _isUnanswered;

    // Turns are kept and answered in the order in which they were spoken, whichever is understood first.
    private Task _understanding = Task.CompletedTask;

    /// <summary>Understands a turn while it is still being spoken.</summary>
    private void Understand(Turn turn)
    {
        turn.IsBeingUnderstood = true;
        var before = _understanding;
        _understanding = UnderstandAsync();

        async Task UnderstandAsync()
        {
            Understood? understood = null;
            try
            {
                var request = new TranscriptionRequest(_language, _reading?.Name is { } name ? [name] : []);
                understood = await _transcribing.TranscribeAsync(
                    turn.Sound, request, interim => Post(() => OnInterim(turn, interim)), fell => Post(() => OnFell(fell)), _over.Token);
                await turn.Sound.Completed.WaitAsync(_over.Token);
                await before;
            }
            catch (OperationCanceledException) when (_over.IsCancellationRequested)
            {
                _log.LogDebug("A turn was not understood any more");
                return;
            }

            Post(() => OnUnderstood(turn, understood));
        }
    }

    private void OnInterim(Turn turn, Transcript interim)
    {
        turn.Pause = Endpointing.PauseAfter(interim.Text, _language);
        if (interim.Text.Length > 0) Tell(seq => AppMessages.TranscriptionUpdate(interim.Text, interim.Confidence, isFinal: false, seq));
    }

    private void OnUnderstood(Turn turn, Understood? understood)
    {
        if (!_ended.Remove(turn.Id, out var clock)) return;
        clock.SpeechToText = understood?.SpeechToText;
        clock.Understood();
        if (understood is { Text.Length: > 0 })
        {
            Keep(
                new SaveMessage(Guid.CreateVersion7(), Speaker.User, understood.Text, understood.Confidence, null, null, Time.GetUtcNow()),
                seq => AppMessages.TranscriptionUpdate(understood.Text, understood.Confidence, isFinal: true, seq));
            Respond(clock);
        }
        else if (!turn.HadVoice)
        {
            Measure(clock, TurnOutcome.Empty, null);
            Tell(seq => AppMessages.ProcessingStatus(ProcessingStatus.Complete, seq));
            if (turn.IsOpen && GoOn()) return;
            if (_isUnanswered && _turn is null && _answer is null) StartAnswer(Spontaneous(), ReplyOccasion.Answer);
        }
        else if (_turn is not null)
        {
            Measure(clock, TurnOutcome.NotUnderstood, null);
        }
        else if (turn.IsOpen && understood is not null && GoOn())
        {
            Measure(clock, TurnOutcome.NotUnderstood, null);
        }
        else
        {
            var phrases = Phrases.In(_language);
            Say(clock, understood is null ? phrases.CannotHear : phrases.NotUnderstood, TurnOutcome.NotUnderstood);
        }
    }

    /// <summary>Answers what was said, unless the person has gone on speaking: then the next answer is for both.</summary>
    private void Respond(TurnClock clock)
    {
        _hasOpened = true;
        _isUnanswered = true;
        _halted = null;
        if (_turn is not null || (_transport is not null && !PersonIsInCall && clock.Input == TurnInput.Spoken)) Measure(clock, TurnOutcome.Merged, null);
        else StartAnswer(clock, ReplyOccasion.Answer);
    }

    private void OnUnderstoodByDevice(Turn turn, Guid message)
    {
        turn.Sound.Complete();
        var clock = new TurnClock(TurnInput.Spoken, Time)
        {
            SpokenSeconds = Math.Round(Time.GetElapsedTime(turn.StartedAt).TotalSeconds, 2),
            SpeechToText = "device",
        };
        if (_said.Exists(line => line.Id == message))
        {
            clock.Understood();
            if (_isUnanswered) Respond(clock);
            return;
        }

        _spokenByDevice[message] = clock;
        Tell(seq => AppMessages.ProcessingStatus(ProcessingStatus.Transcribing, seq));
    }

    /// <summary>The person wrote, or their device wrote what they spoke.</summary>
    private async Task OnWrittenAsync(MessageSaved message)
    {
        await CutAsync(InterruptionCause.PersonSpoke);
        _halted = null;
        if (_turn is { ByDevice: true })
        {
            _isUnanswered = true; // The turn's end follows, and says whether these were its words.
            return;
        }

        if (!_spokenByDevice.Remove(message.MessageId, out var clock)) clock = new TurnClock(TurnInput.Written, Time);
        clock.Understood();
        Respond(clock);
    }
}
