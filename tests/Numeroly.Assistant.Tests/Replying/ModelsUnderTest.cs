using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Tests.Serving;
using Numeroly.Events.Conversations;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Replying;

/// <summary>A model as a host gets it from settings, and a server that stands for its provider.</summary>
internal sealed class ModelsUnderTest : IAsyncDisposable
{
    public const string Key = "key-that-nobody-may-see";

    private readonly ServiceProvider _services;

    private ModelsUnderTest(LoopbackProvider server, ServiceProvider services) => (Server, _services) = (server, services);

    public LoopbackProvider Server { get; }

    public LoggedLines Lines => _services.GetRequiredService<LoggedLines>();

    public IReplyGenerator Model => _services.GetServices<IReplyGenerator>().First();

    /// <summary>One provider, at the server.</summary>
    /// <param name="settings">Further settings, without <c>Assistant:</c>.</param>
    public static async Task<ModelsUnderTest> StartAsync(string provider, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var server = await LoopbackProvider.StartAsync();
        (string, string)[] all =
        [
            ("Replying:Order", provider),
            ("OpenAi:ApiKey", Key), ("OpenAi:BaseUrl", server.Url + "/v1"),
            ("Anthropic:ApiKey", Key), ("Anthropic:BaseUrl", server.Url),
            .. settings,
        ];
        return new(server, Services(time, offline: null, all));
    }

    public static ServiceProvider Services(TimeProvider? time, Func<IServiceProvider, IReplyGenerator>? offline, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(setting => "Assistant:" + setting.Key).Select(same => KeyValuePair.Create(same.Key, (string?)same.Last().Value)))
            .Build();
        var services = new ServiceCollection();
        var lines = new LoggedLines();
        services.AddSingleton(lines);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        if (time is not null) services.AddSingleton(time);
        return services.AddReplying(configuration, offline).BuildServiceProvider();
    }

    public static ReplyRequest Asking(string text, Reading? reading = null, Language language = Language.En, Guid? conversation = null) =>
        new(conversation ?? Guid.NewGuid(), language, reading, new DateOnly(2026, 11, 22), [new Said(Speaker.User, text)], ReplyOccasion.Answer);

    public async Task<IReadOnlyList<ReplyPart>> AnswerAsync(ReplyRequest request)
    {
        var parts = new List<ReplyPart>();
        await foreach (var part in Model.ReplyAsync(request, TestContext.Current.CancellationToken))
            parts.Add(part);
        return parts;
    }

    public async Task<ProviderException> FailAsync(ReplyRequest? request = null) =>
        await Should.ThrowAsync<ProviderException>(() => AnswerAsync(request ?? Asking("My little secret.")));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}

internal static class ReplyParts
{
    public static string Spoken(this IEnumerable<ReplyPart> parts) => string.Concat(parts.OfType<ReplyPart.Words>().Select(words => words.Text));

    public static IEnumerable<EmotionalTone> Tones(this IEnumerable<ReplyPart> parts) => parts.OfType<ReplyPart.InTone>().Select(tone => tone.Tone);
}
