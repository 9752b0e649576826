using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Detecting;
using Numeroly.Assistant.Hearing.OpenAi;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing.OpenAi;

/// <summary>OpenAI's transcription on this machine: takes the form apart and answers as the test says.</summary>
public sealed class OpenAiService : IAsyncDisposable
{
    public const string Key = "sk-test-0123456789";
    private readonly VoiceDetectors _detectors = new(VoiceDetectors.ShippedModel, NullLogger<VoiceDetectors>.Instance);
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private LoopbackServer? _server;
    private volatile string _last = "";

    /// <summary>The fields of each form, with the sound's length in seconds as <c>seconds</c>.</summary>
    public IList<Dictionary<string, string>> Forms { get; } = [];

    public static async Task<OpenAiService> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var service = new OpenAiService();
        service._server = await LoopbackServer.StartAsync(async context =>
        {
            context.Request.Path.Value.ShouldBe("/v1/audio/transcriptions");
            if (context.Request.Headers.Authorization != $"Bearer {Key}")
            {
                context.Response.StatusCode = 401;
                await context.Response.WriteAsync($"Incorrect API key provided: {context.Request.Headers.Authorization}");
                return;
            }
            service.Forms.Add(await ReadAsync(context.Request));
            await answer(context, service.Forms.Count);
        });
        return service;
    }

    public OpenAiSpeechToText Recogniser(Action<OpenAiTranscriptionOptions>? configure = null)
    {
        var options = new OpenAiTranscriptionOptions { ApiKey = Key, BaseUrl = _server!.Address };
        configure?.Invoke(options);
        return new(options, _detectors, _http, TimeProvider.System);
    }

    public async Task<IReadOnlyList<Transcript>> TranscribeAsync(short[] turn, Action<OpenAiTranscriptionOptions>? configure = null, params string[] hints)
    {
        List<Transcript> transcripts = [];
        await foreach (var transcript in Recogniser(configure).TranscribeAsync(turn.AsTurn(), new(Language.En, hints), TestContext.Current.CancellationToken))
        {
            transcripts.Add(transcript);
            _last = transcript.Text;
        }
        return transcripts;
    }

    /// <summary>Waits until the recogniser has told of a text, so that what happens next cannot overtake it.</summary>
    public Task UntilToldAsync(string text) => Wait.UntilAsync(() => _last == text);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _detectors.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>Answers as a model does that streams.</summary>
    public static async Task StreamAsync(HttpContext context, params object[] events)
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var item in events)
        {
            await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(item)}\n\n", Encoding.UTF8);
            await context.Response.Body.FlushAsync();
        }
    }

    public static object Delta(string text) => new { type = "transcript.text.delta", delta = text };

    public static object Done(string text, params double[] logarithms) =>
        new { type = "transcript.text.done", text, logprobs = logarithms.Select(value => new { token = "x", logprob = value }) };

    private static async Task<Dictionary<string, string>> ReadAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        var file = form.Files.ShouldHaveSingleItem();
        file.Name.ShouldBe("file");
        var wave = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(wave);
        Encoding.ASCII.GetString(wave, 0, 4).ShouldBe("RIFF");
        BitConverter.ToInt32(wave, 40).ShouldBe(wave.Length - 44);
        fields["seconds"] = ((wave.Length - 44) / 32_000.0).ToString("0.00");
        return fields;
    }
}
