using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Detecting;
using Numeroly.Assistant.Measuring;
using Numeroly.Assistant.Telling;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>Listening to the person: where their turns begin and end.</summary>
public sealed partial class AssistantSession
{
    private Turn? _turn;
    private bool _isMicrophoneOpen;
    private bool _isMuted;
    private bool _deviceRecognises;

    private async Task OnAppMessageAsync(FromApp message)
    {
        switch (message)
        {
            case FromApp.InputStarted started:
                // An open microphone alone is no turn that would bring the answer later, so only what is heard gives way to it.
                if (!started.IsOpen || IsAudible) await CutAsync(InterruptionCause.PersonSpoke);
                _halted = null;
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
        var change = _ear.Hear(frame, IsAudible, _turn is { IsOpen: true, Pause: var pause } ? pause : Endpointing.Usual);
        if (change is VoiceChange.Started)
        {
            if (IsAudible) await CutAsync(InterruptionCause.PersonSpoke);
            if (_turn is null && _isMicrophoneOpen && !_deviceRecognises)
            {
                BeginTurn(new Turn(isOpen: true, byDevice: false, Time.GetTimestamp()));
                return;
            }
        }

        if (_turn is not { } turn)
        {
            if (_halted is not null && change is VoiceChange.Ended or VoiceChange.Misfired) _ = GoOnUnlessWordsComeAsync();
            return;
        }

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
}
