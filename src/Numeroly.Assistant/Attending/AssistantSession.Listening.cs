using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Detecting;
using Numeroly.Assistant.Measuring;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Telling;
using Numeroly.Assistant.Wording;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>Hearing the person: where their turns begin and end, and what was said in them.</summary>
public sealed partial class AssistantSession
{
    private readonly Dictionary<Guid, TurnClock> _spokenByDevice = [];
    private readonly Dictionary<Guid, TurnClock> _ended = [];
    private Turn? _turn;
    private bool _isMicrophoneOpen;
    private bool _isMuted;
    private bool _deviceRecognises;
    private bool _isUnanswered;

    // Turns are kept and answered in the order in which they were spoken, whichever is understood first.
    private Task _understanding = Task.CompletedTask;

    private async Task OnAppMessageAsync(FromApp message)
    {
        switch (message)
        {
            case FromApp.InputStarted started:
                // An open microphone alone is no turn that would bring the answer later, so only what is heard gives way to it.
                if (!started.IsOpen || IsAudible) await CutAsync(InterruptionCause.PersonSpoke);
                if (_turn is { } unfinished) EndTurn(unfinished);
                (_isMicrophoneOpen, _deviceRecognises) = (started.IsOpen, started.ByDevice);
                if (!started.IsOpen) BeginTurn(new Turn(isOpen: false, started.ByDevice, Time.GetTimestamp()));
                break;
            case FromApp.InputEnded ended:
                OnInputEnded(ended);
                break;
        }
    }

    private void OnInputEnded(FromApp.InputEnded ended)
    {
        _isMicrophoneOpen = false;
        if (_turn is not { ReleasedAt: null } turn) return;
        if (ended.MessageId is { } message)
        {
            _turn = null;
            OnUnderstoodByDevice(turn, message);
            return;
        }

        turn.ByDevice = false;
        turn.ReleasedAt = Time.GetTimestamp();
        if (turn.IsOpen) EndTurn(turn);
        else _ = EndAfterTailAsync(turn);
    }

    private void BeginTurn(Turn turn)
    {
        _turn = turn;
        foreach (var frame in _ear.Recent) turn.Sound.Add(frame);
        turn.HadVoice = _ear.HearsVoice;
        if (!turn.ByDevice) Understand(turn);
        _ = EndAtLimitAsync(turn);
    }

    private async Task OnSoundAsync(ReadOnlyMemory<short> frame)
    {
        if (_isMuted && _turn is null) return; // The last of what was under way when the microphone was closed.
        var change = _ear.Hear(frame, IsAudible);
        if (change is VoiceChange.Started)
        {
            if (IsAudible) await CutAsync(InterruptionCause.PersonSpoke);
            if (_turn is null && _isMicrophoneOpen && !_deviceRecognises)
            {
                BeginTurn(new Turn(isOpen: true, byDevice: false, Time.GetTimestamp()));
                return;
            }
        }

        if (_turn is not { } turn) return;
        turn.Sound.Add(frame);
        turn.HadVoice |= _ear.HearsVoice;
        turn.LastFrameAt = Time.GetTimestamp();
        if (turn.ReleasedAt is { } released)
        {
            var tail = Time.GetElapsedTime(released);
            if (tail >= _parts.Options.LongestTail || (tail >= _parts.Options.ShortestTail && !_ear.HearsVoiceNow)) EndTurn(turn);
        }
        else if (turn.IsOpen && change is VoiceChange.Ended or VoiceChange.Misfired)
        {
            turn.ReleasedAt = Time.GetTimestamp();
            EndTurn(turn);
        }
    }

    // Where no more sound comes in at all, nothing above would end the turn.
    private async Task EndAfterTailAsync(Turn turn)
    {
        await Task.Delay(_parts.Options.ShortestTail + TimeSpan.FromMilliseconds(40), Time);
        Post(() =>
        {
            if (_turn == turn && Time.GetElapsedTime(turn.LastFrameAt) >= _parts.Options.ShortestTail) EndTurn(turn);
        });
        await Task.Delay(_parts.Options.LongestTail, Time);
        Post(() =>
        {
            if (_turn == turn) EndTurn(turn);
        });
    }

    private async Task EndAtLimitAsync(Turn turn)
    {
        await Task.Delay(_parts.Options.LongestTurn, Time, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Post(() =>
        {
            if (_turn != turn) return;
            turn.ByDevice = false;
            EndTurn(turn);
        });
    }

    private void EndTurn(Turn turn)
    {
        _turn = null;
        if (_isMuted) _ear.Forget();
        turn.ReleasedAt ??= Time.GetTimestamp();
        turn.Sound.Complete();
        Tell(seq => AppMessages.ProcessingStatus(turn.HadVoice ? ProcessingStatus.Transcribing : ProcessingStatus.Complete, seq));
        var clock = new TurnClock(TurnInput.Spoken, Time) { SpokenSeconds = Math.Round(Time.GetElapsedTime(turn.StartedAt, turn.ReleasedAt.Value).TotalSeconds, 2) };
        _ended.TryAdd(turn.Id, clock);
        if (!turn.IsBeingUnderstood) Understand(turn);
    }

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
                    turn.Sound, request, interim => Post(() => OnInterim(interim)), fell => Post(() => OnFell(fell)), _over.Token);
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

    private void OnInterim(Transcript interim)
    {
        if (interim.Text.Length > 0) Tell(seq => AppMessages.TranscriptionUpdate(interim.Text, interim.Confidence, isFinal: false, seq));
    }

    private void OnUnderstood(Turn turn, Understood? understood)
    {
        if (!_ended.Remove(turn.Id, out var clock)) return;
        clock.SpeechToText = understood?.SpeechToText;
        clock.Understood();
        if (understood is { Text.Length: > 0 })
        {
            Keep(understood);
            Respond(clock);
        }
        else if (!turn.HadVoice)
        {
            Measure(clock, TurnOutcome.Empty, null);
            Tell(seq => AppMessages.ProcessingStatus(ProcessingStatus.Complete, seq));
            if (_isUnanswered && _turn is null && _answer is null) StartAnswer(Spontaneous(), ReplyOccasion.Answer);
        }
        else if (_turn is not null)
        {
            Measure(clock, TurnOutcome.NotUnderstood, null);
        }
        else
        {
            var phrases = Phrases.In(_language);
            Say(clock, understood is null ? phrases.CannotHear : phrases.NotUnderstood, TurnOutcome.NotUnderstood);
        }
    }

    private void Keep(Understood understood)
    {
        var message = new SaveMessage(Guid.CreateVersion7(), Speaker.User, understood.Text, understood.Confidence, null, null, Time.GetUtcNow());
        _said = _said.Add(new Line(message.MessageId, new Said(Speaker.User, understood.Text)));
        _writer.Write(
            (conversation, now) => SavingMessages.Decide(conversation, message, null, now),
            recorded => Post(() =>
            {
                _version = Math.Max(_version, recorded.Version);
                if (recorded.IsKept) Tell(_ => AppMessages.TranscriptionUpdate(understood.Text, understood.Confidence, isFinal: true, recorded.Version));
            }));
    }

    /// <summary>Answers what was said, unless the person has gone on speaking: then the next answer is for both.</summary>
    private void Respond(TurnClock clock)
    {
        _hasOpened = true;
        _isUnanswered = true;
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
