using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling.Native.Library;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>A call that a client of the library is in for us. One task takes what the library tells, in its order.</summary>
internal sealed class NativeCall : ICall
{
    private const int LongestAppMessage = 4096;
    private const string Subscriptions = """{"base":{"camera":"unsubscribed","microphone":"subscribed"}}""";

    private readonly NativeOptions _options;
    private readonly Action<NativeCall> _closed;
    private readonly ILogger _log;
    private readonly TimeProvider _time;
    private readonly Channel<Signal> _inbox = Channel.CreateUnbounded<Signal>(new() { SingleReader = true });
    private readonly Outlet _outlet = new();
    private readonly CallLine _line;
    private readonly Requests _requests;
    private readonly Voicing _voicing;
    private readonly Listening _listening;
    private readonly Participants _participants;
    private readonly Transcribing _transcribing;
    private readonly Task _following;
    private readonly Lazy<Task> _closing;
    private Task _joining = Task.CompletedTask;
    private volatile bool _isLeaving;
    private volatile bool _hasLeft;
    private string? _lastError;

    /// <param name="closed">Called when the library holds nothing more for the call.</param>
    /// <exception cref="CallFailedException">The library refused.</exception>
    public NativeCall(NativeOptions options, Action<NativeCall> closed, ILogger log, TimeProvider time)
    {
        (_options, _closed, _log, _time) = (options, closed, log, time);
        _line = CallLine.Open(_inbox.Writer);
        _requests = new(time);
        _voicing = new(_line, _outlet.Tell, () => End(new("Daily's native library takes no more sound", MayRejoin: true)), time);
        _listening = new(_outlet.Hear);
        _participants = new(_outlet.Tell, _listening, Render);
        _transcribing = new(_line, _requests, options.TranscriptionModel, _outlet.Tell);
        _closing = new(CloseAsync);
        _following = FollowAsync();
    }

    public ChannelReader<CallEvent> Events => _outlet.Events;

    public ChannelReader<ReadOnlyMemory<short>> Heard => _outlet.Heard;

    /// <exception cref="CallFailedException">The call could not be joined.</exception>
    public async Task JoinAsync(CallInvitation invitation, CancellationToken cancellation)
    {
        var settings = JsonSerializer.Serialize(new
        {
            inputs = new { camera = false, microphone = new { isEnabled = true, settings = new { customTrack = new { id = _line.TrackId } } } },
        });
        await _requests.AskAsync("choose what to hear", id => DailyCore.UpdateSubscriptionProfiles(_line.Client, id, Subscriptions), _options.JoinTimeout, cancellation);
        DailyCore.SetUserName(_line.Client, Requests.NextId(), invitation.UserName);
        var isKnown = false;
        try
        {
            await _requests.AskAsync("join", Ask, _options.JoinTimeout, cancellation, joined => isKnown = _participants.Enter(joined));
        }
        catch (CallFailedException e) when (e.Message.Contains(invitation.Token, StringComparison.Ordinal))
        {
            throw new CallFailedException(e.Message.Replace(invitation.Token, "…", StringComparison.Ordinal), e.MayHelpToTryAgain);
        }

        if (!isKnown) throw new CallFailedException("Daily's native library joined and did not say as whom: is it of another version?", mayHelp: false);

        // The header says that joining may hold up its caller.
        void Ask(ulong id) => _joining = Task.Run(() => DailyCore.Join(_line.Client, id, invitation.RoomUrl.ToString(), invitation.Token, settings), CancellationToken.None);
    }

    public async ValueTask SpeakAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation)
    {
        ThrowIfOver();
        await _voicing.SpeakAsync(samples, cancellation);
        ThrowIfOver();
    }

    public ValueTask<long> FlushAsync(CancellationToken cancellation) => new(_voicing.Flush());

    /// <summary>Hands it over; the library sends in order.</summary>
    public ValueTask SendAppMessageAsync(JsonElement message, CancellationToken cancellation)
    {
        var text = message.GetRawText();
        if (text.Length > LongestAppMessage) throw new ArgumentException($"An app message of {text.Length} characters is too long: Daily takes {LongestAppMessage}.", nameof(message));
        ThrowIfOver();
        Order(id => DailyCore.SendAppMessage(_line.Client, id, text, participant: null));
        return ValueTask.CompletedTask;
    }

    public async ValueTask StartTranscriptionAsync(Language language, CancellationToken cancellation)
    {
        ThrowIfOver();
        await _transcribing.StartAsync(language, cancellation);
    }

    /// <summary>Leaves, so that the others see it at once, and gives back what the library holds for the call.</summary>
    public async ValueTask DisposeAsync() => await _closing.Value;

    private async Task CloseAsync()
    {
        _isLeaving = true;
        _voicing.End();
        if (_joining != Task.CompletedTask && !_hasLeft) await LeaveAsync();

        // What the library holds of our voice sounds for 100 ms, or longer where its thread has to wait for a processor.
        await Task.WhenAny(_voicing.Silent, Task.Delay(_options.LeaveTimeout, _time));
        End(new("the assistant left", MayRejoin: false));
        await Task.WhenAny(ReleaseAsync(), Task.Delay(_options.LeaveTimeout, _time));
        _inbox.Writer.TryComplete();
        await _following;
    }

    // Destroying waits for the library's threads, one of which may be on its way here; and a join that still holds up its
    // thread must come back before.
    private async Task ReleaseAsync()
    {
        await _joining;
        await Task.Run(_line.Dispose);
        _closed(this);
    }

    private async Task LeaveAsync()
    {
        try
        {
            await _requests.AskAsync("leave", id => DailyCore.Leave(_line.Client, id), _options.LeaveTimeout, CancellationToken.None);
        }
        catch (CallFailedException e)
        {
            _log.LogWarning("A call was not left in order; its client is destroyed instead: {Reason}", e.Message);
        }
    }

    private void Render(string participant, ulong rendererId) =>
        Order(id => DailyCore.SetAudioRenderer(_line.Client, id, rendererId, participant, "microphone", SpeechFormat.HeardRate));

    /// <summary>Asks for what nobody waits for.</summary>
    private void Order(Action<ulong> ask)
    {
        try
        {
            ask(Requests.NextId());
        }
        catch (ObjectDisposedException)
        {
            ThrowIfOver();
        }
    }

    private async Task FollowAsync()
    {
        await foreach (var signal in _inbox.Reader.ReadAllAsync())
        {
            switch (signal)
            {
                case Signal.Sound sound:
                    _listening.Take(sound);
                    break;
                case Signal.Written written:
                    _voicing.Take(written);
                    break;
                case Signal.Event told:
                    Read(told.Json);
                    break;
            }
        }
    }

    private void Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            Take(document.RootElement);
        }
        catch (JsonException)
        {
            // Its content may be what somebody says.
            _log.LogWarning("Daily's native library told something of {Length} bytes that is no JSON", json.Length);
        }
    }

    private void Take(JsonElement told)
    {
        switch (told.Text("action"))
        {
            case "request-completed":
                if (_requests.Take(told) is { } refusal) _log.LogWarning("Daily's native library did not do something it was asked for: {Reason}", refusal);
                break;
            case "participant-joined" or "participant-updated" when told.Part("participant") is { } participant:
                _participants.Update(participant);
                break;
            case "participant-left" when told.Part("participant") is { } participant:
                _participants.Forget(participant);
                break;
            case "app-message" when told.Part("msgData") is { } data && told.Text("from") is { } sender:
                _outlet.Tell(new CallEvent.AppMessage(sender, data.Clone()));
                break;
            case "transcription-started":
                _transcribing.Started();
                break;
            case "transcription-message":
                _transcribing.Take(told);
                break;
            case "transcription-stopped":
                _transcribing.Stopped("it was stopped");
                break;
            case "transcription-error":
                _transcribing.Stopped(told.Text("message") ?? "it failed");
                break;
            case "error":
                _lastError = told.Text("message");
                break;
            case "call-state-updated" when told.Text("state") is "left":
                _hasLeft = true;
                if (!_isLeaving) End(Endings.Ending(told.Text("error") ?? _lastError));
                break;
        }
    }

    private void ThrowIfOver()
    {
        _outlet.ThrowIfOver();
        if (_isLeaving) throw new CallFailedException("The call is over: the assistant left.", mayHelp: false);
    }

    private void End(CallEvent.Over over)
    {
        if (!_outlet.End(over)) return;
        _voicing.End();
        _requests.End(over);
    }
}
