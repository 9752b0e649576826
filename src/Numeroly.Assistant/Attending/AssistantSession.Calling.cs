using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing.Daily;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Telling;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>Being in the call: joining, coming back after a break, and who else is there.</summary>
public sealed partial class AssistantSession
{
    private static readonly TimeSpan LongestPauseBetweenJoins = TimeSpan.FromSeconds(15);

    private ICall? _call;
    private string? _person;
    private DateTimeOffset? _personLeftAt;
    private long _given;
    private long _played;
    private bool _isCallHopeless;

    private bool PersonIsInCall => _call is not null && _person is not null;

    private async Task KeepCallAsync(ICallTransport transport)
    {
        var pause = _parts.Options.RejoinEvery;
        try
        {
            while (!_over.IsCancellationRequested)
            {
                try
                {
                    if (await _record.InviteAsync(_over.Token) is not { } invitation) return;
                    await using var call = await transport.JoinAsync(invitation with { UserName = _parts.Options.Name }, _over.Token);
                    pause = _parts.Options.RejoinEvery;
                    if (!await StayAsync(call)) return;
                }
                catch (CallFailedException failure)
                {
                    _log.LogWarning("The assistant could not join the call: {Reason}", failure.Message);
                    Post(() =>
                    {
                        _isCallHopeless = true;
                        Open();
                    });
                    if (!failure.MayHelpToTryAgain) return;
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    _log.LogError(fault, "The assistant's call broke in a way it has no name for");
                }

                await Task.Delay(pause, Time, _over.Token);
                pause = pause * 2 < LongestPauseBetweenJoins ? pause * 2 : LongestPauseBetweenJoins;
            }
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            _log.LogDebug("Left the call");
        }
    }

    /// <returns>Whether to join again.</returns>
    private async Task<bool> StayAsync(ICall call)
    {
        Post(() =>
        {
            (_call, _given, _played, _isCallHopeless) = (call, 0, 0, false);
        });
        if (_daily is not null) await TranscribeByDailyAsync(call, _daily);
        var listening = ListenAsync(call);
        var over = new CallEvent.Over("its events ended", MayRejoin: true);
        await foreach (var happened in call.Events.ReadAllAsync(_over.Token))
        {
            if (happened is CallEvent.Over last) over = last;
            else Post(() => OnCallAsync(call, happened));
        }

        await listening;
        _log.LogInformation("The call is over for the assistant: {Reason}", over.Reason);
        Post(() => OnCallOver(call));
        return over.MayRejoin;
    }

    private async Task TranscribeByDailyAsync(ICall call, DailyTranscription daily)
    {
        try
        {
            await call.StartTranscriptionAsync(_language, _over.Token);
            daily.Recover();
        }
        catch (CallFailedException failure)
        {
            _log.LogWarning("Daily does not transcribe this call, so the next recogniser does: {Reason}", failure.Message);
            daily.Fail(new CallEvent.TranscriptionFailed(failure.Message));
        }
    }

    private async Task ListenAsync(ICall call)
    {
        try
        {
            await foreach (var frame in call.Heard.ReadAllAsync(_over.Token)) Post(() => OnSoundAsync(frame));
        }
        catch (Exception fault) when (fault is OperationCanceledException or ChannelClosedException)
        {
            _log.LogDebug("Nothing more to hear");
        }
    }

    private Task OnCallAsync(ICall call, CallEvent happened)
    {
        if (call != _call) return Task.CompletedTask;
        switch (happened)
        {
            case CallEvent.ParticipantJoined joined when joined.UserId != CallInvitation.AssistantUserId:
                _person = joined.SessionId;
                OnPersonCame();
                break;
            case CallEvent.ParticipantLeft left when left.SessionId == _person:
                return OnPersonLeftAsync();
            case CallEvent.MicrophoneChanged changed when changed.SessionId == _person:
                _isMuted = !changed.IsOpen;
                // The last of a turn is still under way then.
                if (_isMuted && _turn is null) _ear.Forget();
                break;
            case CallEvent.AppMessage message when AppMessages.Read(message.Data, _record.ConversationId) is { } said:
                return OnAppMessageAsync(said);
            case CallEvent.Transcribed heard when heard.SessionId == _person:
                _daily?.Hear(heard);
                break;
            case CallEvent.TranscriptionFailed failed:
                _daily?.Fail(failed);
                break;
            case CallEvent.Played played:
                OnPlayed(played);
                break;
        }

        return Task.CompletedTask;
    }

    private async Task OnCallOver(ICall call)
    {
        if (call != _call) return;
        await CutAsync(InterruptionCause.CallLost);
        (_call, _person) = (null, null);
        _ear.Forget();
    }

    private void OnPersonCame()
    {
        var wasAway = _personLeftAt is { } left ? Time.GetUtcNow() - left : TimeSpan.Zero;
        _personLeftAt = null;
        if (!_hasOpened) Open();
        else if (_cut is { } cut) TakeUp(cut);
        else if (_isUnanswered) StartAnswer(Spontaneous(), ReplyOccasion.Answer);
        else if (wasAway > _parts.Options.WelcomeBackAfter) StartAnswer(Spontaneous(), ReplyOccasion.WelcomeBack);
    }

    private async Task OnPersonLeftAsync()
    {
        (_person, _personLeftAt) = (null, Time.GetUtcNow());
        await CutAsync(InterruptionCause.PersonLeft);
        if (_turn is { } turn) EndTurn(turn);
        _isMicrophoneOpen = false;
    }
}
