using System.Text.Json;
using Numeroly.Assistant.Calling.Native.Library;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>Daily's own transcription of a call.</summary>
internal sealed class Transcribing(CallLine line, Requests requests, string model, Action<CallEvent> tell)
{
    // The library itself waits 20 seconds for Daily.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private volatile bool _isRunning;

    /// <summary>A second start would transcribe every word twice, so there is none.</summary>
    /// <exception cref="CallFailedException">Daily refused, or did not answer.</exception>
    public async Task StartAsync(Language language, CancellationToken cancellation)
    {
        if (_isRunning) return;
        var settings = JsonSerializer.Serialize(new
        {
            language = language is Language.Vi ? "vi" : "en",
            model,
            punctuate = true,

            // Only the raw answer says which texts are final.
            includeRawResponse = true,
            extra = new { interim_results = true },
        });
        await requests.AskAsync(
            "start transcribing",
            id => DailyCore.StartTranscription(line.Client, id, settings),
            Patience,
            cancellation,
            _ => _isRunning = true);
    }

    public void Started() => _isRunning = true;

    public void Stopped(string reason)
    {
        if (!_isRunning) return;
        _isRunning = false;
        tell(new CallEvent.TranscriptionFailed(reason));
    }

    public void Take(JsonElement said)
    {
        if (said.Text("participantId") is not { Length: > 0 } id || said.Text("text") is not { } text) return;
        var raw = said.Part("rawResponse");
        var confidence = raw.Part("channel").Part("alternatives").First().Part("confidence").Fraction();
        tell(new CallEvent.Transcribed(id, text, raw.Part("is_final").Flag() ?? true, confidence));
    }
}
