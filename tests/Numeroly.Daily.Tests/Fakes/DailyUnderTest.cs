using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Numeroly.Harness;

namespace Numeroly.Daily.Tests.Fakes;

/// <summary>A fake Daily with a client of ours before it, as a host would compose it.</summary>
internal sealed class DailyUnderTest : IAsyncDisposable
{
    public const string ApiKey = "key-that-nobody-may-see";

    private readonly ServiceProvider _services;

    private DailyUnderTest(FakeDaily server, ServiceProvider services, ManualClock time) =>
        (Server, _services, Time) = (server, services, time);

    public FakeDaily Server { get; }

    public ManualClock Time { get; }

    public DailyClient Client => _services.GetRequiredService<DailyClient>();

    public IServiceProvider Services => _services;

    /// <summary>A client whose clock stands still, that repeats twice and without pauses unless told otherwise.</summary>
    public static async Task<DailyUnderTest> StartAsync(Action<DailyOptions>? configure = null, Action<ILoggingBuilder>? logging = null)
    {
        var server = await FakeDaily.StartAsync();
        var time = new ManualClock();
        var services = new ServiceCollection()
            .AddLogging(builder => logging?.Invoke(builder))
            .AddSingleton<TimeProvider>(time)
            .AddDaily(options =>
            {
                options.ApiUrl = server.Url;
                options.ApiKey = ApiKey;
                options.TotalBudget = TimeSpan.FromMinutes(10);
                options.Retries = 2;
                options.RetryBaseDelay = TimeSpan.Zero;
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
        return new DailyUnderTest(server, services, time);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
