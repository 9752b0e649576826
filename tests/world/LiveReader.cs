using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.Harness;

namespace Numeroly.World;

/// <summary>Reads a live feed as a client would, from when it is opened until it ends or is disposed.</summary>
public sealed class LiveReader : IAsyncDisposable
{
    private readonly ConcurrentQueue<EventView> _events = new();
    private readonly CancellationTokenSource _enough = new();
    private readonly HttpResponseMessage _answer;
    private int _comments;

    private LiveReader(HttpResponseMessage answer)
    {
        _answer = answer;
        Ended = ReadAsync();
    }

    /// <summary>What has come so far.</summary>
    public IReadOnlyList<EventView> Events => [.. _events];

    public IReadOnlyList<long> Versions => [.. _events.Select(stored => stored.Version)];

    /// <summary>How many comments have come.</summary>
    public int Comments => Volatile.Read(ref _comments);

    /// <summary>When the server has ended the feed as it should be ended.</summary>
    public Task Ended { get; }

    /// <summary>Called with each event and when it came, on <see cref="Stopwatch"/>'s clock.</summary>
    public Action<EventView, long>? OnEvent { get; init; }

    public static LiveReader Of(HttpResponseMessage answer) => Of(answer, null);

    public static LiveReader Of(HttpResponseMessage answer, Action<EventView, long>? onEvent)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
        return new LiveReader(answer) { OnEvent = onEvent };
    }

    public Task HasAsync(int events) => Eventually.HoldsAsync(() => _events.Count >= events, $"{events} events to come, of which {_events.Count} came");

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync(); // Disposing alone would wait some seconds for the rest of the answer.
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _answer.Dispose();
        _enough.Dispose();
    }

    private async Task ReadAsync()
    {
        await Task.Yield();
        using var lines = new StreamReader(await _answer.Content.ReadAsStreamAsync(_enough.Token));
        var fields = new Dictionary<string, string>();
        while (await lines.ReadLineAsync(_enough.Token) is { } line)
        {
            if (line.StartsWith(':')) Interlocked.Increment(ref _comments);
            else if (line.Length > 0) fields.Add(line[..line.IndexOf(':')], line[(line.IndexOf(':') + 2)..]);
            else if (fields.Count > 0)
            {
                Take(fields);
                fields.Clear();
            }
        }

        fields.ShouldBeEmpty("the feed ends between two events");
    }

    private void Take(Dictionary<string, string> fields)
    {
        var at = Stopwatch.GetTimestamp();
        var stored = JsonSerializer.Deserialize<EventView>(fields["data"], ApiClient.Json)!;
        fields["id"].ShouldBe(stored.Version.ToString());
        fields["event"].ShouldBe(stored.Type);
        _events.Enqueue(stored);
        OnEvent?.Invoke(stored, at);
    }
}
