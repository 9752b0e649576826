using System.Text;
using Microsoft.AspNetCore.Http;

namespace Numeroly.Assistant.Tests.Serving;

/// <summary>What a provider answers, step by step: pieces of the body, silences and cuts.</summary>
internal sealed record Answer(int Code, string ContentType, params IReadOnlyList<AnswerStep> Steps)
{
    public static Answer Status(int code, string body = "{}") => new(code, "application/json", AnswerStep.Text(body));

    public static Answer Sound(params byte[][] pieces) => new(200, "audio/pcm", [.. pieces.Select(piece => new AnswerStep.Send(piece))]);

    public static Answer Events(params string[] events) => new(200, "text/event-stream", [.. events.Select(AnswerStep.Text)]);

    /// <summary>Takes the request and does not even begin to answer.</summary>
    public static Answer Silence() => new(0, string.Empty, new AnswerStep.Stall());

    /// <summary>Takes the request and closes the connection.</summary>
    public static Answer HangUp() => new(0, string.Empty, new AnswerStep.Cut());

    public Answer Then(params AnswerStep[] steps) => this with { Steps = [.. Steps, .. steps] };

    public async Task WriteAsync(HttpContext context)
    {
        if (Code != 0)
        {
            context.Response.StatusCode = Code;
            context.Response.ContentType = ContentType;
        }

        foreach (var step in Steps)
            await step.RunAsync(context);
    }
}

internal abstract record AnswerStep
{
    public static Send Text(string text) => new(Encoding.UTF8.GetBytes(text));

    public abstract Task RunAsync(HttpContext context);

    internal sealed record Send(byte[] Bytes) : AnswerStep
    {
        public override async Task RunAsync(HttpContext context)
        {
            await context.Response.Body.WriteAsync(Bytes, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    /// <summary>Nothing more, until the caller goes away.</summary>
    internal sealed record Stall(TaskCompletionSource? CallerGone = null) : AnswerStep
    {
        public override async Task RunAsync(HttpContext context)
        {
            var gone = CallerGone ?? new TaskCompletionSource();
            await using (context.RequestAborted.Register(() => gone.TrySetResult()))
                await gone.Task;
        }
    }

    /// <summary>Goes on when told.</summary>
    internal sealed record Until(Task Signal) : AnswerStep
    {
        public override Task RunAsync(HttpContext context) => Signal.WaitAsync(context.RequestAborted);
    }

    internal sealed record Cut : AnswerStep
    {
        public override Task RunAsync(HttpContext context)
        {
            context.Abort();
            return Task.CompletedTask;
        }
    }
}
