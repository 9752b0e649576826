using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls;

/// <summary>
/// App messages, whoever sends one: at most 4096 characters of JSON, to all or to some sessions, not kept and not
/// replayed. No limit of their rate is documented at Daily, so there is none here. Calls come inside the state's lock.
/// </summary>
internal sealed class AppMessages(TimeProvider clock)
{
    public const int LongestCharacters = 4096;

    public void FromBackend(StandInData data, Call call, JsonNode? message, string to) => Send(data, call, null, message, to, p => to == "*" || p.SessionId == to);

    /// <summary>A sender never gets its own; what is too long is dropped, since daily-js does not let it out.</summary>
    public void FromPage(StandInData data, Call call, Participant sender, JsonNode? message, JsonNode? to)
    {
        if (JsonAnswer.Text(message).Length > LongestCharacters) return;
        var named = to is JsonArray list ? list.Select(id => (string?)id).ToHashSet() : [(string?)to ?? "*"];
        Send(data, call, sender, message, string.Join(' ', named), p => p != sender && (named.Contains("*") || named.Contains(p.SessionId)));
    }

    private void Send(StandInData data, Call call, Participant? sender, JsonNode? message, string to, Func<Participant, bool> isAddressed)
    {
        var reached = data.PresentIn(call).Where(isAddressed).ToList();
        reached.ForEach(p => p.Link.Deliver(new("app-message", message?.DeepClone()) { From = sender?.SessionId }));
        data.AppMessages.Add(new(call.RoomName, message?.DeepClone(), to, [.. reached.Select(p => p.SessionId)], clock.GetUtcNow()) { From = sender?.SessionId });
    }
}
