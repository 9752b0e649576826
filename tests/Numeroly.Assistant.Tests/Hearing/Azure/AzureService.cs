using Microsoft.AspNetCore.Http;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Azure;
using Numeroly.Assistant.Hearing.Bounding;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing.Azure;

/// <summary>Azure Speech as far as recognising goes, on this machine; the test says how it behaves once connected.</summary>
public sealed class AzureService : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";
    private readonly TaskCompletionSource<Exception> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LoopbackServer? _server;
    private int _connections;
    private volatile string _last = "";

    public int Connections => _connections;

    public Uri Address => _server!.Address;

    public IList<AzureCall> Calls { get; } = [];

    public IList<string> Paths { get; } = [];

    public static async Task<AzureService> StartAsync(Func<AzureCall, Task> behave, int status = 101)
    {
        var service = new AzureService();
        service._server = await LoopbackServer.StartAsync(context => service.AnswerAsync(context, behave, status));
        return service;
    }

    public AzureSpeechToText Recogniser(TimeLimits? limits = null, string key = Key) => new(
        new() { Key = key, Endpoint = _server!.Address }, limits ?? new(), TimeProvider.System);

    public async Task<IReadOnlyList<Transcript>> TranscribeAsync(short[] turn, Language language = Language.En, params string[] hints)
    {
        List<Transcript> transcripts = [];
        await foreach (var transcript in Recogniser().TranscribeAsync(turn.AsTurn(), new(language, hints), TestContext.Current.CancellationToken))
        {
            transcripts.Add(transcript);
            _last = transcript.Text;
        }
        if (_failed.Task.IsCompleted) throw await _failed.Task;
        return transcripts;
    }

    /// <summary>Waits until the recogniser has told of a text, so that what happens next cannot overtake it.</summary>
    public Task UntilToldAsync(string text) => Wait.UntilAsync(() => _last == text);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<AzureCall, Task> behave, int status)
    {
        var number = Interlocked.Increment(ref _connections);
        Paths.Add(context.Request.Path + context.Request.QueryString);
        if (context.Request.Headers["Ocp-Apim-Subscription-Key"] != Key) status = StatusCodes.Status401Unauthorized;
        if (status != StatusCodes.Status101SwitchingProtocols)
        {
            context.Response.StatusCode = status;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var call = new AzureCall(socket, number, context.RequestAborted);
        Calls.Add(call);
        try
        {
            await behave(call);
        }
        catch (ShouldAssertException failure)
        {
            _failed.TrySetResult(failure);
        }
    }
}
