using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Speaking;
using Numeroly.Assistant.Tests.Serving;
using Numeroly.Events.Conversations;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Speaking;

/// <summary>The voices as a host gets them from settings, and a server that stands for their providers.</summary>
internal sealed class VoicesUnderTest : IAsyncDisposable
{
    public const string Key = "key-that-nobody-may-see";

    private readonly ServiceProvider _services;

    private VoicesUnderTest(LoopbackProvider server, ServiceProvider services) => (Server, _services) = (server, services);

    public LoopbackProvider Server { get; }

    public LoggedLines Lines => _services.GetRequiredService<LoggedLines>();

    public ITextToSpeech Voice => _services.GetServices<ITextToSpeech>().First();

    /// <summary>One provider, at the server.</summary>
    /// <param name="settings">Further settings, without <c>Assistant:</c>.</param>
    public static async Task<VoicesUnderTest> StartAsync(string provider, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var server = await LoopbackProvider.StartAsync();
        (string, string)[] all =
        [
            ("Speaking:Order", provider),
            ("ElevenLabs:ApiKey", Key), ("ElevenLabs:BaseUrl", server.Url),
            ("AzureSpeech:Key", Key), ("AzureSpeech:Endpoint", server.Url),
            ("OpenAi:ApiKey", Key), ("OpenAi:BaseUrl", server.Url + "/v1"), ("Speaking:OpenAi:Model", "gpt-4o-mini-tts"),
            .. settings,
        ];
        return new(server, Services(time, all));
    }

    public static ServiceProvider Services(TimeProvider? time, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings
                .GroupBy(setting => setting.Key == "PATH" ? "PATH" : "Assistant:" + setting.Key)
                .Select(same => KeyValuePair.Create(same.Key, (string?)same.Last().Value)))
            .Build();
        var services = new ServiceCollection();
        var lines = new LoggedLines();
        services.AddSingleton(lines);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        if (time is not null) services.AddSingleton(time);
        return services.AddSpeaking(configuration).BuildServiceProvider();
    }

    public static SpeechRequest Saying(string text, EmotionalTone tone = EmotionalTone.Warm, Language language = Language.Vi, string previous = "") =>
        new(text, language, tone, previous);

    public async Task<short[]> SayAsync(SpeechRequest request)
    {
        var sound = new List<short>();
        await foreach (var samples in Voice.SpeakAsync(request, TestContext.Current.CancellationToken))
            sound.AddRange(samples.Span);
        return [.. sound];
    }

    public async Task<ProviderException> FailAsync(SpeechRequest? request = null) =>
        await Should.ThrowAsync<ProviderException>(() => SayAsync(request ?? Saying("Một bí mật nho nhỏ.")));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
