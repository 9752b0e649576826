using System.Text.Json;
using Numeroly.Assistant.Tests.Serving;

namespace Numeroly.Assistant.Tests.Replying;

/// <summary>A model's answers as its provider's protocol writes them.</summary>
internal interface IProtocol
{
    string Path { get; }

    string[] Text(params string[] pieces);

    /// <summary>The end of an answer, with its reason and its cost.</summary>
    string[] End(string reason = "stop", int input = 100, int output = 20);

    /// <summary>One call of a tool, its arguments in two pieces, with the end of the answer.</summary>
    string[] Call(string tool, string arguments);

    /// <summary>Words, and then a call of a tool in the same answer.</summary>
    string[] TextAndCall(string text, string tool, string arguments);

    /// <summary>What was handed back of a tool in a request.</summary>
    string ToolResult(JsonElement request);

    /// <summary>The roles and texts of a request's messages, without the system's.</summary>
    IReadOnlyList<(string Role, string Text)> Messages(JsonElement request);

    string System(JsonElement request);

    Answer Says(params string[] pieces) => Answer.Events([.. Text(pieces), .. End()]);

    Answer Calls(string tool, string arguments) => Answer.Events(Call(tool, arguments));

    static IProtocol Of(string provider) => provider == "openai" ? new OpenAiProtocol() : new AnthropicProtocol();
}

/// <summary>Chat completions: https://platform.openai.com/docs/api-reference/chat-streaming.</summary>
internal sealed class OpenAiProtocol : IProtocol
{
    public string Path => "/v1/chat/completions";

    public string[] Text(params string[] pieces) => [Chunk(new { role = "assistant", content = "" }), .. pieces.Select(piece => Chunk(new { content = piece }))];

    public string[] End(string reason = "stop", int input = 100, int output = 20) =>
    [
        Chunk(new { }, reason),
        Event(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = Array.Empty<object>(), usage = new { prompt_tokens = input, completion_tokens = output, total_tokens = input + output } }),
        "data: [DONE]\n\n",
    ];

    public string[] Call(string tool, string arguments) =>
    [
        Chunk(new { role = "assistant", tool_calls = new[] { new { index = 0, id = "call-1", type = "function", function = new { name = tool, arguments = "" } } } }),
        Chunk(new { tool_calls = new[] { new { index = 0, function = new { arguments = arguments[..(arguments.Length / 2)] } } } }),
        Chunk(new { tool_calls = new[] { new { index = 0, function = new { arguments = arguments[(arguments.Length / 2)..] } } } }),
        .. End("tool_calls"),
    ];

    public string[] TextAndCall(string text, string tool, string arguments) => [.. Text(text), .. Call(tool, arguments)];

    public string ToolResult(JsonElement request) => request.GetProperty("messages").EnumerateArray()
        .Last(message => message.GetProperty("role").GetString() == "tool").GetProperty("content").GetString()!;

    public IReadOnlyList<(string Role, string Text)> Messages(JsonElement request) =>
        [.. request.GetProperty("messages").EnumerateArray().Where(message => message.GetProperty("role").GetString() != "system").Select(message => (message.GetProperty("role").GetString()!, TextOf(message.GetProperty("content"))))];

    public string System(JsonElement request) => string.Join('\n', request.GetProperty("messages").EnumerateArray()
        .Where(message => message.GetProperty("role").GetString() == "system").Select(message => TextOf(message.GetProperty("content"))));

    private static string TextOf(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Join('\n', content.EnumerateArray().Select(part => part.GetProperty("text").GetString())),
        _ => string.Empty,
    };

    private static string Chunk(object delta, string? reason = null) =>
        Event(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta, finish_reason = reason } } });

    private static string Event(object data) => $"data: {JsonSerializer.Serialize(data)}\n\n";
}

/// <summary>Messages: https://platform.claude.com/docs/en/build-with-claude/streaming.</summary>
internal sealed class AnthropicProtocol : IProtocol
{
    public string Path => "/v1/messages";

    public string[] Text(params string[] pieces) =>
    [
        Start(),
        Event("content_block_start", new { type = "content_block_start", index = 0, content_block = new { type = "text", text = "" } }),
        Event("ping", new { type = "ping" }),
        .. pieces.Select(piece => Event("content_block_delta", new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text = piece } })),
    ];

    public string[] End(string reason = "stop", int input = 100, int output = 20) => [Stop(0), .. EndAfterBlocks(reason, input, output)];

    private static string[] EndAfterBlocks(string reason, int input = 100, int output = 20) =>
    [
        Event("message_delta", new { type = "message_delta", delta = new { stop_reason = Reason(reason), stop_sequence = (string?)null }, usage = new { input_tokens = input, output_tokens = output } }),
        Event("message_stop", new { type = "message_stop" }),
    ];

    public string[] Call(string tool, string arguments) => [Start(), .. Use(0, tool, arguments), .. EndAfterBlocks("tool_calls")];

    public string[] TextAndCall(string text, string tool, string arguments) =>
        [.. Text(text), Stop(0), .. Use(1, tool, arguments), .. EndAfterBlocks("tool_calls")];

    public string ToolResult(JsonElement request)
    {
        var content = request.GetProperty("messages").EnumerateArray().Last().GetProperty("content").EnumerateArray()
            .Last(part => part.GetProperty("type").GetString() == "tool_result").GetProperty("content");
        return content.ValueKind == JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
    }

    public IReadOnlyList<(string Role, string Text)> Messages(JsonElement request) =>
        [.. request.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString()!, TextOf(message.GetProperty("content"))))];

    public string System(JsonElement request) => TextOf(request.GetProperty("system"));

    private static string TextOf(JsonElement content) => content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : string.Join('\n', content.EnumerateArray().Where(part => part.TryGetProperty("text", out _)).Select(part => part.GetProperty("text").GetString()));

    private static string[] Use(int index, string tool, string arguments) =>
    [
        Event("content_block_start", new { type = "content_block_start", index, content_block = new { type = "tool_use", id = "toolu-1", name = tool, input = new { } } }),
        Event("content_block_delta", new { type = "content_block_delta", index, delta = new { type = "input_json_delta", partial_json = arguments[..(arguments.Length / 2)] } }),
        Event("content_block_delta", new { type = "content_block_delta", index, delta = new { type = "input_json_delta", partial_json = arguments[(arguments.Length / 2)..] } }),
        Stop(index),
    ];

    private static string Stop(int index) => Event("content_block_stop", new { type = "content_block_stop", index });

    private static string Start() => Event("message_start", new
    {
        type = "message_start",
        message = new { id = "msg", type = "message", role = "assistant", content = Array.Empty<object>(), model = "m", stop_reason = (string?)null, stop_sequence = (string?)null, usage = new { input_tokens = 100, output_tokens = 1 } },
    });

    private static string Reason(string reason) => reason switch
    {
        "stop" => "end_turn",
        "tool_calls" => "tool_use",
        "length" => "max_tokens",
        "content_filter" => "refusal",
        _ => reason,
    };

    private static string Event(string name, object data) => $"event: {name}\ndata: {JsonSerializer.Serialize(data)}\n\n";
}
