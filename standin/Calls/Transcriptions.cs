using System.Text.Json.Nodes;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls;

/// <summary>
/// Daily's transcription as far as the app sees it: started, stopped, failed, and texts. There is no recogniser here;
/// the control surface says what was heard. Calls come inside the state's lock.
/// </summary>
internal static class Transcriptions
{
    public const string DefaultInstance = "a7b0f1a4-0000-4000-8000-000000000001";

    /// <summary>The options a start may carry; each comes back in the event, with Daily's defaults.</summary>
    private static readonly string[] Echoed = ["language", "model", "tier", "profanity_filter", "redact", "endpointing", "punctuate", "extra", "includeRawResponse"];

    public static void Start(StandInData data, Call call, JsonObject options, string? startedBy)
    {
        var instance = (string?)options["instanceId"] ?? DefaultInstance;
        var started = new JsonObject { ["instanceId"] = instance, ["transcriptId"] = Guid.NewGuid().ToString(), ["language"] = "en", ["model"] = "general" };
        foreach (var name in Echoed.Where(options.ContainsKey)) started[name] = options[name]?.DeepClone();
        if (startedBy is not null) started["startedBy"] = startedBy;
        call.Transcriptions[instance] = started;
        Tell(data, call, "transcription-started", started);
    }

    /// <summary>False if there was nothing to stop.</summary>
    public static bool Stop(StandInData data, Call call, string? instanceId, string? by)
    {
        var stopped = instanceId is null ? call.Transcriptions.Keys.ToList() : call.Transcriptions.Keys.Where(id => id == instanceId).ToList();
        foreach (var id in stopped)
        {
            call.Transcriptions.Remove(id);
            Tell(data, call, "transcription-stopped", new() { ["instanceId"] = id, ["updatedBy"] = by ?? "" });
        }

        return stopped.Count > 0;
    }

    public static void Fail(StandInData data, Call call, string message)
    {
        foreach (var id in call.Transcriptions.Keys.ToList())
        {
            call.Transcriptions.Remove(id);
            Tell(data, call, "transcription-error", new() { ["instanceId"] = id, ["errorMsg"] = message });
        }
    }

    public static void Hear(StandInData data, Call call, Heard heard, DateTimeOffset at)
    {
        var said = new JsonObject
        {
            ["instanceId"] = call.Transcriptions.Keys.FirstOrDefault() ?? DefaultInstance,
            ["participantId"] = heard.SessionId,
            ["text"] = heard.Text,
            ["timestamp"] = UnixTime.Iso(at),
            ["trackType"] = "cam-audio",
            ["rawResponse"] = new JsonObject
            {
                ["is_final"] = heard.IsFinal,
                ["channel"] = new JsonObject
                {
                    ["alternatives"] = new JsonArray(new JsonObject { ["transcript"] = heard.Text, ["confidence"] = heard.Confidence }),
                },
            },
        };
        Tell(data, call, "transcription-message", said);
    }

    private static void Tell(StandInData data, Call call, string action, JsonObject fields)
    {
        var happened = fields.DeepClone().AsObject();
        happened["action"] = action;
        LiveCalls.Tell(data, call, new("transcription", happened));
    }
}

/// <summary>What a recogniser made of somebody's words.</summary>
internal sealed record Heard(string SessionId, string Text, bool IsFinal, double Confidence);
