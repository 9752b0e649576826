using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;

namespace Numeroly.Bench.NotBlocked;

/// <summary>So many people who want a new conversation, each under an Idempotency-Key, as the app does it.</summary>
internal sealed class Creations(SlowBackend backend, int atOnce) : IDisposable
{
    private const int Users = 50;

    private readonly ApiCaller _api = new(backend.Address);
    private readonly string[] _tokens = [.. Enumerable.Range(0, Users).Select(user => BenchIssuer.TokenFor($"newcomer-{user}"))];
    private TaskCompletionSource _first = new();

    public int AtOnce => atOnce;

    public IReadOnlyCollection<Interval> Completed => _api.Answered;

    public int Failed => _api.Failures.Values.Sum();

    public IReadOnlyDictionary<string, int> Failures => _api.Failures;

    /// <summary>When the first of this run is answered.</summary>
    public Task FirstAnswered => _first.Task;

    /// <summary>They come evenly over a time, and each is followed by another until it is enough.</summary>
    /// <returns>The last of them.</returns>
    public Task RunAsync(TimeSpan over, CancellationToken enough)
    {
        _api.Forget();
        _first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Task.WhenAll(Enumerable.Range(0, atOnce).Select(number => Task.Run(() => CreateAsync(number, over * number / atOnce, enough), CancellationToken.None)));
    }

    /// <summary>So many a second, each once, until it is enough.</summary>
    /// <returns>The last of them.</returns>
    public Task RunAtRateAsync(double perSecond, CancellationToken enough)
    {
        _api.Forget();
        return new OpenLoop(perSecond).RunAsync(PostAsync, enough);
    }

    public void Dispose() => _api.Dispose();

    private async Task CreateAsync(int number, TimeSpan after, CancellationToken enough)
    {
        if (after > TimeSpan.Zero) await Task.Delay(after, CancellationToken.None);
        do
        {
            await PostAsync(number);
            _first.TrySetResult();
        }
        while (!enough.IsCancellationRequested);
    }

    private Task PostAsync(int number) => _api.PostAsync("/conversations", _tokens[number % Users], new { }, Guid.CreateVersion7().ToString());
}
