using Numeroly.Assistant.Calling.Chromium.Serving;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>Daily's own transcription of a call, as far as whether it runs.</summary>
internal sealed class CallTranscription(CallPage page, ChromiumOptions options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private TaskCompletionSource? _starting;

    /// <exception cref="CallFailedException">Daily refused, or did not answer.</exception>
    public async Task StartAsync(Language language, CancellationToken cancellation)
    {
        var starting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _starting = starting;
        try
        {
            await page.SendAsync(new ToPage.Transcribe(language is Language.Vi ? "vi" : "en", options.TranscriptionModel), cancellation);
            await starting.Task.WaitAsync(Patience, time, cancellation);
        }
        catch (TimeoutException e)
        {
            throw new CallFailedException($"Daily did not start transcribing within {Patience.TotalSeconds} seconds.", mayHelp: true, e);
        }
        finally
        {
            _starting = null;
        }
    }

    /// <summary>Takes that it runs, or does not; returns what to tell about it.</summary>
    public CallEvent.TranscriptionFailed? Take(FromPage.Transcription changed)
    {
        if (changed.IsRunning)
        {
            _starting?.TrySetResult();
            return null;
        }

        var refusal = new CallFailedException($"Daily does not transcribe: {changed.Reason}", mayHelp: false);
        return _starting?.TrySetException(refusal) == true ? null : new(changed.Reason ?? "it stopped");
    }

    public void End(CallEvent.Over over) => _starting?.TrySetException(new CallFailedException($"The call is over: {over.Reason}.", over.MayRejoin));
}
