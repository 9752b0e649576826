using System.Net.Http.Headers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.OpenAi;

/// <summary>Makes the form that asks for the text of a piece.</summary>
internal static class TranscriptionForm
{
    /// <summary>What the service reads of a prompt: the last 224 tokens, which Vietnamese fills with fewer letters than English.</summary>
    private const int LongestPrompt = 600;

    /// <param name="before">What was understood of the turn before this piece, so that the next words fit.</param>
    public static MultipartFormDataContent Of(ReadOnlySpan<short> piece, OpenAiTranscriptionOptions options, TranscriptionRequest request, string before)
    {
        var file = new ByteArrayContent(WaveFile.Of(piece));
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        var form = new MultipartFormDataContent { { file, "file", "turn.wav" } };
        Add(form, "model", options.ModelToUse);
        Add(form, "language", request.Language is Language.Vi ? "vi" : "en");
        if (Prompt(request.Hints, before) is { Length: > 0 } prompt) Add(form, "prompt", prompt);

        var isWhisper = options.ModelToUse.Contains("whisper", StringComparison.OrdinalIgnoreCase);
        Add(form, "response_format", isWhisper ? "verbose_json" : "json");
        if (options.Streams ?? options.IsOfStreamingFamily) Add(form, "stream", "true");
        if (options.IsOfStreamingFamily) Add(form, "include[]", "logprobs");
        return form;
    }

    private static void Add(MultipartFormDataContent form, string name, string value)
    {
        // Some servers take a field with a content type for a file.
        var field = new StringContent(value);
        field.Headers.ContentType = null;
        form.Add(field, name);
    }

    private static string Prompt(IReadOnlyList<string> hints, string before)
    {
        var prompt = $"{string.Join(", ", hints)}{(hints.Count > 0 && before.Length > 0 ? ". " : "")}{before}";
        return prompt.Length <= LongestPrompt ? prompt : prompt[^LongestPrompt..];
    }
}
