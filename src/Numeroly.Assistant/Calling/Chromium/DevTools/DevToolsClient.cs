using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Numeroly.Assistant.Calling.Chromium.DevTools;

/// <summary>
/// Gives a browser orders over its DevTools protocol and tells what happens in it. Tabs are told apart by the session that
/// was attached to each.
/// </summary>
internal sealed class DevToolsClient : IAsyncDisposable
{
    private readonly DevToolsPipe _pipe;
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _pending = new();
    private readonly ConcurrentDictionary<string, Action<DevToolsEvent>> _listeners = new();
    private long _lastId;

    public DevToolsClient(DevToolsPipe pipe, TimeProvider time, TimeSpan patience)
    {
        (_pipe, _time, _patience) = (pipe, time, patience);
        Closed = ReceiveAsync();
    }

    /// <summary>Ends when the browser is gone.</summary>
    public Task Closed { get; }

    /// <summary>Gives an order and waits for its result.</summary>
    /// <exception cref="DevToolsException">The browser refused, took too long, or is gone.</exception>
    public async Task<JsonElement> SendAsync(string method, JsonObject? parameters, string? session, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = answer;
        try
        {
            var order = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
            if (session is not null) order["sessionId"] = session;
            await _pipe.SendAsync(JsonSerializer.SerializeToUtf8Bytes(order), cancellation);
            if (Closed.IsCompleted) throw Gone();
            return await answer.Task.WaitAsync(_patience, _time, cancellation);
        }
        catch (TimeoutException e)
        {
            throw new DevToolsException($"The browser did not answer {method} within {_patience}.", e);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw new DevToolsException("The browser is gone.", e);
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    /// <summary>Has what happens in a session told, one after the other, until the result is disposed of.</summary>
    public IDisposable Listen(string session, Action<DevToolsEvent> listener)
    {
        _listeners[session] = listener;
        return new Listening(() => _listeners.TryRemove(session, out _));
    }

    public async ValueTask DisposeAsync()
    {
        await _pipe.DisposeAsync();
        await Closed;
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (await _pipe.ReceiveAsync() is { } message) Take(message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidDataException or InvalidOperationException or JsonException)
        {
            // A broken pipe means the same as a closed one: the browser is gone.
        }

        foreach (var answer in _pending.Values) answer.TrySetException(Gone());
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id))
        {
            var happened = DevToolsEvent.From(message);
            if (_listeners.TryGetValue(happened.Session, out var listener)) listener(happened);
        }
        else if (_pending.TryGetValue(id.GetInt64(), out var answer))
        {
            if (message.TryGetProperty("error", out var error)) answer.TrySetException(new DevToolsException($"The browser refused: {error.GetProperty("message").GetString()}"));
            else answer.TrySetResult(message.GetProperty("result"));
        }
    }

    private static DevToolsException Gone() => new("The browser is gone.");

    private sealed class Listening(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>Something that happened in a browser.</summary>
/// <param name="Session">The tab's; empty for the browser as a whole.</param>
internal sealed record DevToolsEvent(string Session, string Method, JsonElement Parameters)
{
    public static DevToolsEvent From(JsonElement message) => new(
        message.TryGetProperty("sessionId", out var session) ? session.GetString()! : "",
        message.TryGetProperty("method", out var method) ? method.GetString()! : "",
        message.TryGetProperty("params", out var parameters) ? parameters : default);
}
