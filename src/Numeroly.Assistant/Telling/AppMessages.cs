using System.Text.Json;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Telling;

/// <summary>
/// The app messages of a call, as the story writes them: <c>{ type, data }</c>. Those to the app, whoever sends them, have
/// <c>seq</c> beside the two: the conversation's version, so that a client sees what it has missed.
/// </summary>
public static class AppMessages
{
    /// <summary>The most that Daily lets through, in UTF-16 units of JSON.</summary>
    public const int Longest = 4096;

    public static JsonElement TranscriptionUpdate(string text, double? confidence, bool isFinal, long seq) =>
        Fitting(text, shortened => Message("transcription_update", new { text = shortened, confidence = confidence ?? 1, isFinal }, seq));

    public static JsonElement ProcessingStatus(ProcessingStatus status, long seq) =>
        Message("processing_status", new { status = Word(status) }, seq);

    public static JsonElement AssistantResponse(string text, EmotionalTone tone, long seq) =>
        Fitting(text, shortened => Message("assistant_response", new { text = shortened, emotionalTone = Word(tone) }, seq));

    /// <summary>The backend's courtesy before everyone is put out.</summary>
    public static JsonElement ConversationEnded(Guid conversationId, EndCause cause, long seq) =>
        Message("conversation_ended", new { conversationId, cause = Word(cause) }, seq);

    /// <summary>What the app said; null when it is none of ours, or of another conversation.</summary>
    public static FromApp? Read(JsonElement message, Guid conversation)
    {
        if (message.ValueKind != JsonValueKind.Object || Text(message, "type") is not { } type) return null;
        var data = message.TryGetProperty("data", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        if (Text(data, "conversationId") is { } named && (!Guid.TryParse(named, out var id) || id != conversation)) return null;
        var isOpen = Text(data, "turns") == "open";
        var byDevice = Text(data, "recognisedBy") == "device";
        Guid? messageId = Guid.TryParse(Text(data, "messageId"), out var given) ? given : null;
        return type switch
        {
            "user_input_started" => new FromApp.InputStarted(isOpen, byDevice),
            "user_input_ended" => new FromApp.InputEnded(isOpen, byDevice, byDevice ? messageId : null),
            _ => null,
        };
    }

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    // What is longer than Daily lets through is cut at its end; the live feed has all of it.
    private static JsonElement Fitting(string text, Func<string, JsonElement> message)
    {
        var json = message(text);
        var over = json.GetRawText().Length - Longest;
        for (var length = text.Length; over > 0 && length > 0; over = json.GetRawText().Length - Longest)
        {
            length = Math.Max(0, length - Math.Max(1, over / 6) - 1);
            json = message(text[..length] + "…");
        }

        return json;
    }

    private static JsonElement Message(string type, object data, long seq) => JsonSerializer.SerializeToElement(new { type, data, seq }, Readable);

    // As the HTTP API writes it.
    private static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    // Vietnamese letters as they are: escaped, a long answer would not fit into one message.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>What the assistant is busy with, in the story's words.</summary>
public enum ProcessingStatus
{
    Transcribing,
    Thinking,
    Synthesizing,
    Complete,
}

/// <summary>What the app says in the call.</summary>
public abstract record FromApp
{
    /// <summary>The person takes the word.</summary>
    /// <param name="IsOpen">The microphone stays open: the assistant finds the turns itself.</param>
    /// <param name="ByDevice">The device recognises the words, and the app saves them.</param>
    public sealed record InputStarted(bool IsOpen, bool ByDevice) : FromApp;

    /// <summary>The person gives the word back.</summary>
    /// <param name="MessageId">The message that the app saves for this turn, when the device understood it.</param>
    public sealed record InputEnded(bool IsOpen, bool ByDevice, Guid? MessageId) : FromApp;
}
