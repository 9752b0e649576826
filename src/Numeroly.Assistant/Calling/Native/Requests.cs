using System.Collections.Concurrent;
using System.Text.Json;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>What was asked of the library and not answered yet. Its answers are events that carry the id of the request.</summary>
internal sealed class Requests(TimeProvider time)
{
    // One sequence for the whole process, since the library is one.
    private static long _last;

    private readonly ConcurrentDictionary<ulong, Request> _pending = new();

    public static ulong NextId() => (ulong)Interlocked.Increment(ref _last);

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="what">What the library is to do, as in "did not … within".</param>
    /// <param name="take">Takes the answer's content before any later event is looked at.</param>
    /// <exception cref="CallFailedException">The library refused, or did not answer in time.</exception>
    public async Task AskAsync(string what, Action<ulong> ask, TimeSpan limit, CancellationToken cancellation, Action<JsonElement?>? take = null)
    {
        var id = NextId();
        var request = _pending[id] = new(take);
        try
        {
            ask(id);
            await request.Answer.Task.WaitAsync(limit, time, cancellation);
        }
        catch (TimeoutException e)
        {
            throw new CallFailedException($"Daily's native library did not {what} within {limit.TotalSeconds} seconds.", mayHelp: true, e);
        }
        catch (ObjectDisposedException e)
        {
            throw new CallFailedException("The call is over: the assistant left.", mayHelp: false, e);
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    /// <summary>Takes the event <c>request-completed</c>.</summary>
    /// <returns>What went wrong with a request that nobody waits for.</returns>
    public string? Take(JsonElement completed)
    {
        var id = completed.Part("requestId").Part("id").Number();
        var error = completed.Part("requestError");
        var reason = error.Part("msg").Text() ?? (error is null ? null : "it gave no reason");
        if (id is null || !_pending.TryRemove(id.Value, out var request)) return reason;
        if (reason is not null)
        {
            request.Answer.TrySetException(Endings.Refusal(reason));
            return null;
        }

        request.Take?.Invoke(completed.Part("requestSuccess"));
        request.Answer.TrySetResult();
        return null;
    }

    /// <summary>The call is over: nobody waits any longer.</summary>
    public void End(CallEvent.Over over)
    {
        foreach (var request in _pending.Values) request.Answer.TrySetException(new CallFailedException($"The call is over: {over.Reason}.", over.MayRejoin));
    }

    private sealed record Request(Action<JsonElement?>? Take)
    {
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
