using System.Text.Json;
using System.Threading.Channels;
using Numeroly.Assistant.Calling.Chromium.Serving;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>A call that a page is in for us.</summary>
internal sealed class ChromiumCall : ICall
{
    private const int HeardLimit = 10 * SpeechFormat.HeardRate / SpeechFormat.HeardFrame;
    private const int LongestAppMessage = 4096;

    private readonly CallPage _page;
    private readonly ChromiumOptions _options;
    private readonly TimeProvider _time;
    private readonly CallSpeech _speech;
    private readonly CallTranscription _transcription;
    private readonly CallEvents _events = new();
    private readonly Channel<ReadOnlyMemory<short>> _heard =
        Channel.CreateBounded<ReadOnlyMemory<short>>(new BoundedChannelOptions(HeardLimit) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _following;
    private readonly Lazy<Task> _closing;

    public ChromiumCall(CallPage page, ChromiumOptions options, TimeProvider time)
    {
        (_page, _options, _time) = (page, options, time);
        (_speech, _transcription) = (new(page, time), new(page, options, time));
        _closing = new(CloseAsync);
        _following = FollowAsync();
    }

    public ChannelReader<CallEvent> Events => _events.Reader;

    public ChannelReader<ReadOnlyMemory<short>> Heard => _heard.Reader;

    /// <summary>The page, for tests that break it.</summary>
    internal CallPage Page => _page;

    /// <exception cref="CallFailedException">The call could not be joined.</exception>
    public async Task JoinAsync(CallInvitation invitation, CancellationToken cancellation)
    {
        var join = new ToPage.Join(invitation.RoomUrl.ToString(), invitation.Token, invitation.UserName, _options.BundleUrl?.ToString().TrimEnd('/'));
        await _page.SendAsync(join, cancellation);
        await _joined.Task.WaitAsync(cancellation);
    }

    public async ValueTask SpeakAsync(ReadOnlyMemory<short> samples, CancellationToken cancellation)
    {
        _events.ThrowIfOver();
        await _speech.SpeakAsync(samples, cancellation);
        _events.ThrowIfOver();
    }

    public async ValueTask<long> FlushAsync(CancellationToken cancellation) => _events.AreOver ? _speech.Played : await _speech.FlushAsync(cancellation);

    public async ValueTask SendAppMessageAsync(JsonElement message, CancellationToken cancellation)
    {
        var length = message.GetRawText().Length;
        if (length > LongestAppMessage) throw new ArgumentException($"An app message of {length} characters is too long: Daily takes {LongestAppMessage}.", nameof(message));
        _events.ThrowIfOver();
        await _page.SendAsync(new ToPage.AppMessage(message), cancellation);
    }

    public async ValueTask StartTranscriptionAsync(Language language, CancellationToken cancellation)
    {
        _events.ThrowIfOver();
        await _transcription.StartAsync(language, cancellation);
    }

    /// <summary>Leaves, so that the others see it at once, and closes the page.</summary>
    public async ValueTask DisposeAsync() => await _closing.Value;

    private async Task CloseAsync()
    {
        if (!_events.AreOver) await LeaveAsync();
        End(new("the assistant left", MayRejoin: false));
        await _page.DisposeAsync();
        await _following;
        _speech.Dispose();
    }

    private async Task LeaveAsync()
    {
        try
        {
            await _page.SendAsync(new ToPage.Leave(), CancellationToken.None);
            await _left.Task.WaitAsync(_options.LeaveTimeout, _time);
        }
        catch (Exception e) when (e is TimeoutException or CallFailedException)
        {
            // Closing the page leaves as well, only later for those who are there.
        }
    }

    private async Task FollowAsync()
    {
        var cause = await _page.FollowAsync(Take, frame => _heard.Writer.TryWrite(frame), _options.PageTimeout);
        _joined.TrySetException(new CallFailedException($"The call could not be joined: {cause}.", mayHelp: true));
        End(new(cause, MayRejoin: true));
    }

    private void Take(FromPage message)
    {
        switch (message)
        {
            case FromPage.Joined joined:
                _events.Tell(new CallEvent.Joined(joined.SessionId));
                _joined.TrySetResult();
                break;
            case FromPage.Over over:
                _joined.TrySetException(CallEndings.Refusal(over));
                End(CallEndings.Ending(over));
                break;
            case FromPage.Left:
                _left.TrySetResult();
                break;
            case FromPage.Progress counted:
                _events.Tell(_speech.Take(counted));
                break;
            case FromPage.Flushed flushed:
                _events.Tell(_speech.Take(flushed));
                break;
            case FromPage.Transcription changed:
                _events.Tell(_transcription.Take(changed));
                break;
            default:
                _events.Tell(CallEvents.Of(message));
                break;
        }
    }

    private void End(CallEvent.Over over)
    {
        _events.End(over);
        _heard.Writer.TryComplete();
        _speech.End();
        _transcription.End(over);
        _left.TrySetResult();
    }
}
