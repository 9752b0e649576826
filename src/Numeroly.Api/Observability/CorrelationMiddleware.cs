using System.Collections;
using System.Diagnostics;

namespace Numeroly.Api.Observability;

/// <summary>Gives each request its ids, puts them on every log line, and logs how it went: path and figures, never content.</summary>
public sealed class CorrelationMiddleware(RequestDelegate next, ILogger<CorrelationMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var correlation = Correlation.Begin(context);
        if (Guid.TryParse(context.GetRouteValue("conversationId") as string, out var conversation)) correlation.ConversationId = conversation;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Correlation.Header] = correlation.CorrelationId;
            return Task.CompletedTask;
        });

        using var scope = log.BeginScope(new Ids(correlation));
        var started = Stopwatch.GetTimestamp();
        await next(context);
        var level = context.Response.StatusCode >= 500 ? LogLevel.Warning : context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogLevel.Debug : LogLevel.Information;
        log.Log(
            level,
            "{Method} {Path} answered {Status} in {Milliseconds:0.0} ms",
            context.Request.Method,
            context.Request.Path.Value,
            context.Response.StatusCode,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Read again for each line, since a conversation's id may become known on the way.</summary>
    private sealed class Ids(Correlation correlation) : IEnumerable<KeyValuePair<string, object?>>
    {
        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return new("CorrelationId", correlation.CorrelationId);
            yield return new("CausationId", correlation.RequestId);
            if (correlation.ConversationId is { } conversation) yield return new("ConversationId", conversation);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => correlation.CorrelationId;
    }
}
