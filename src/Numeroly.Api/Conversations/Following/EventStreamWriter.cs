using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Writes server-sent events (WHATWG HTML §9.2). Nothing is kept for a reader that is slow: writing waits until the
/// connection has taken what was written before, and Kestrel cuts off whoever reads next to nothing.
/// </summary>
internal sealed class EventStreamWriter(HttpResponse response, JsonSerializerOptions json, CancellationToken aborted)
{
    public const string MediaType = "text/event-stream";

    /// <summary>Sends the headers, and something to read at once, so that both sides know that it works.</summary>
    public Task OpenAsync()
    {
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // Proxies such as nginx would collect it first.
        response.HttpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        return KeepAliveAsync();
    }

    public async Task WriteAsync(IEnumerable<EventView> events)
    {
        foreach (var stored in events)
        {
            Text(string.Create(CultureInfo.InvariantCulture, $"id: {stored.Version}\nevent: {stored.Type}\ndata: "));
            response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(stored, json)); // One line: JSON escapes line breaks.
            Text("\n\n");
        }

        await FlushAsync();
    }

    /// <summary>A comment, which says nothing but that the connection stands.</summary>
    public async Task KeepAliveAsync()
    {
        Text(": keep-alive\n\n");
        await FlushAsync();
    }

    private void Text(string text) => Encoding.UTF8.GetBytes(text, response.BodyWriter);

    private async Task FlushAsync()
    {
        var flushed = await response.BodyWriter.FlushAsync(aborted);
        if (flushed.IsCompleted || flushed.IsCanceled) throw new OperationCanceledException("The reader is gone.");
    }
}
