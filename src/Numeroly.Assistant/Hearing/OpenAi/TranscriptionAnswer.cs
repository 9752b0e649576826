using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Numeroly.Assistant.Hearing.Failing;

namespace Numeroly.Assistant.Hearing.OpenAi;

/// <summary>Reads a service's answer for one piece: server-sent events with ever more text, or JSON with all of it.</summary>
internal static class TranscriptionAnswer
{
    private const string Provider = "openai";

    /// <returns>The piece's text so far, again and again; the last one is final.</returns>
    public static async IAsyncEnumerable<Transcript> ReadAsync(HttpResponseMessage response, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
            yield return new(Said(document.RootElement, "text"), IsFinal: true, Certainty.Of(document.RootElement));
            yield break;
        }

        var text = "";
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellation))
        {
            if (item.Data is "[DONE]") break;
            using var document = JsonDocument.Parse(item.Data);
            var said = document.RootElement;
            switch (Said(said, "type"))
            {
                case "transcript.text.delta":
                    text += RawSaid(said, "delta");
                    yield return new(text.Trim(), IsFinal: false, Confidence: null);
                    break;
                case "transcript.text.done":
                    yield return new(Said(said, "text"), IsFinal: true, Certainty.Of(said));
                    yield break;
                case "error":
                    throw Failures.NotUnderstood(Provider);
            }
        }
        throw Failures.CutOff(Provider);
    }

    private static string Said(JsonElement element, string name) => RawSaid(element, name).Trim();

    private static string RawSaid(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
