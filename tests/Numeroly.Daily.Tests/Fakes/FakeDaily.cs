using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Numeroly.Daily.Tests.Fakes;

/// <summary>A real HTTP server on a free loopback port that answers as it is told and keeps what it got.</summary>
internal sealed class FakeDaily : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _requests = new();
    private Func<Received, Reply> _answer = _ => Reply.Ok("{}");
    private Action _onSilence = () => { };

    private FakeDaily(WebApplication app)
    {
        _app = app;
        _app.Run(ServeAsync);
    }

    public Uri Url => new(_app.Urls.Single() + "/v1");

    public IReadOnlyList<Received> Requests => [.. _requests];

    public static async Task<FakeDaily> StartAsync()
    {
        var server = new FakeDaily(LoopbackServer.Build());
        await server._app.StartAsync();
        return server;
    }

    public void Answers(Func<Received, Reply> answer) => _answer = answer;

    /// <summary>Gives these replies one after the other, and the last of them from then on.</summary>
    public void Answers(params Reply[] replies)
    {
        var left = new ConcurrentQueue<Reply>(replies);
        _answer = _ => left.Count > 1 && left.TryDequeue(out var next) ? next : left.First();
    }

    /// <summary>Called when a request has come that will get no answer.</summary>
    public void OnSilence(Action act) => _onSilence = act;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var received = new Received(
            context.Request.Method,
            context.Request.Path.ToString(),
            context.Request.QueryString.ToString(),
            await reader.ReadToEndAsync(context.RequestAborted),
            context.Request.Headers.Authorization);
        _requests.Enqueue(received);
        await ReplyAsync(context, _answer(received));
    }

    private async Task ReplyAsync(HttpContext context, Reply reply)
    {
        switch (reply)
        {
            case Reply.Answer answer:
                context.Response.StatusCode = answer.Status;
                context.Response.ContentType = answer.ContentType;
                context.Response.Headers.RetryAfter = answer.RetryAfter;
                context.Response.Headers.Location = answer.Location;
                await context.Response.WriteAsync(answer.Body, context.RequestAborted);
                break;
            case Reply.Silence:
                _onSilence();
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult))
                    await gone.Task;
                break;
            case Reply.HangUp:
                context.Abort();
                break;
            case Reply.HangUpInBody begun:
                context.Response.StatusCode = begun.Status;

                // Kestrel closes the connection when less is written than was announced.
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{\"name\":", context.RequestAborted);
                break;
        }
    }
}
