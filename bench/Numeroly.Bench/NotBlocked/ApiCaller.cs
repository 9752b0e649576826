using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.NotBlocked;

/// <summary>Sends requests that should all be answered with 201, and notes when each was sent and answered.</summary>
internal sealed class ApiCaller(Uri address) : IDisposable
{
    // A problem's type and title come first, what is different each time comes later.
    private const int TellingLength = 100;

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    private readonly ConcurrentQueue<Interval> _answered = new();
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>Those that succeeded.</summary>
    public IReadOnlyCollection<Interval> Answered => _answered;

    /// <summary>Those that did not, by what came instead.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    /// <summary>Gives the answer's body; null when it failed.</summary>
    public async Task<string?> PostAsync(string path, string token, object body, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        var sent = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.Created) return Failed($"{(int)answer.StatusCode} {text[..Math.Min(text.Length, TellingLength)]}");
            _answered.Enqueue(new Interval(sent, Stopwatch.GetTimestamp()));
            return text;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return Failed(fault.Message);
        }
    }

    public void Forget()
    {
        _answered.Clear();
        _failures.Clear();
    }

    public void Dispose() => _http.Dispose();

    private string? Failed(string how)
    {
        _failures.AddOrUpdate(how, 1, (_, count) => count + 1);
        return null;
    }
}
