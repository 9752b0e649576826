using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Numeroly.Assistant.Tests.Serving;

/// <summary>A real HTTP server on a free loopback port that stands for a provider: it answers as it is told and keeps what it got.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private Func<ReceivedRequest, Answer> _answer = _ => Answer.Status(500);

    private LoopbackProvider(WebApplication app)
    {
        _app = app;
        _app.Run(ServeAsync);
    }

    public string Url => _app.Urls.Single();

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public static async Task<LoopbackProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        // A test that lets an answer stall must not have Kestrel end it.
        builder.WebHost.ConfigureKestrel((KestrelServerOptions options) => options.Limits.MinResponseDataRate = null);
        var server = new LoopbackProvider(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    public void Answers(Func<ReceivedRequest, Answer> answer) => _answer = answer;

    public void Answers(Answer answer) => _answer = _ => answer;

    /// <summary>Gives these one after the other, and the last of them from then on.</summary>
    public void AnswersInTurn(params Answer[] answers)
    {
        var left = new ConcurrentQueue<Answer>(answers);
        _answer = _ => left.Count > 1 && left.TryDequeue(out var next) ? next : left.First();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var received = new ReceivedRequest(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted));
        _requests.Enqueue(received);
        await _answer(received).WriteAsync(context);
    }
}

internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);
}
