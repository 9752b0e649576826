using StackExchange.Redis;

namespace Numeroly.Api.Conversations;

/// <summary>
/// The few things we ask of Redis, none of which may fail a request: when it is away, reads find nothing and writes are
/// dropped. The only place that knows the client library.
/// </summary>
public sealed class Redis : IAsyncDisposable
{
    private readonly Lazy<Task<ConnectionMultiplexer>>? _connecting;
    private readonly ILogger<Redis> _log;

    /// <param name="url"><c>redis://host:port</c>; null when there is none.</param>
    public Redis(string? url, ILogger<Redis> log)
    {
        _connecting = url is null ? null : new Lazy<Task<ConnectionMultiplexer>>(() => ConnectAsync(url));
        _log = log;
    }

    public bool IsConfigured => _connecting is not null;

    public async Task<string?> GetAsync(string key) => await TryAsync(database => database.StringGetAsync(key)) is { HasValue: true } value ? value.ToString() : null;

    public Task SetAsync(string key, string value, TimeSpan keptFor) => TryAsync(database => database.StringSetAsync(key, value, keptFor));

    /// <summary>Tells all who have subscribed to the channel; does not wait for them.</summary>
    public void Publish(string channel, string text) =>
        _ = TryAsync(database => database.PublishAsync(RedisChannel.Literal(channel), text, CommandFlags.FireAndForget));

    /// <summary>Hears what is published on the channel from now on, also after Redis was away.</summary>
    public void Subscribe(string channel, Action<string> heard) => _ = TrySubscribeAsync(channel, heard);

    public async Task<bool> PingAsync() => await TryAsync(async database => (TimeSpan?)await database.PingAsync()) is not null;

    public async ValueTask DisposeAsync()
    {
        if (_connecting is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } connected }) (await connected).Dispose();
    }

    private async Task<T?> TryAsync<T>(Func<IDatabase, Task<T>> ask)
    {
        if (_connecting is null) return default;
        try
        {
            var connected = await _connecting.Value;
            return connected.IsConnected ? await ask(connected.GetDatabase()) : default;
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException or ObjectDisposedException)
        {
            _log.LogDebug("Redis did not answer: {Fault}", fault.Message);
            return default;
        }
    }

    private async Task TrySubscribeAsync(string channel, Action<string> heard)
    {
        if (_connecting is null) return;
        try
        {
            // Kept by the connection, which subscribes anew whenever it is made again.
            var subscriber = (await _connecting.Value).GetSubscriber();
            await subscriber.SubscribeAsync(RedisChannel.Literal(channel), (_, text) => heard(text.ToString()));
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException or ObjectDisposedException)
        {
            _log.LogWarning("Redis does not let us hear from other nodes, so PostgreSQL tells it: {Fault}", fault.Message);
        }
    }

    private static Task<ConnectionMultiplexer> ConnectAsync(string url)
    {
        var address = new Uri(url);
        var options = new ConfigurationOptions
        {
            EndPoints = { { address.Host, address.Port > 0 ? address.Port : 6379 } },
            AbortOnConnectFail = false, // It goes on trying, so that Redis may come later, or back.
            ConnectTimeout = 2000,
            SyncTimeout = 1000,
            Ssl = address.Scheme == "rediss",
            Password = address.UserInfo is { Length: > 0 } user ? Uri.UnescapeDataString(user[(user.IndexOf(':') + 1)..]) : null,
        };
        return ConnectionMultiplexer.ConnectAsync(options);
    }
}
