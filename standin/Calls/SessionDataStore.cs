using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls;

/// <summary>The data a call shares, at most 100 KB of it. Calls come inside the state's lock.</summary>
internal static class SessionDataStore
{
    private const int LongestCharacters = 100 * 1024;

    /// <summary>Replaces or merges, and tells everybody; or says why not.</summary>
    public static Refusal? Change(StandInData data, Call call, JsonObject changes, bool merges, IReadOnlyList<string> keysToDelete)
    {
        var next = merges ? call.SessionData.DeepClone().AsObject() : [];
        foreach (var (key, value) in changes) next[key] = value?.DeepClone();
        foreach (var key in merges ? keysToDelete : []) next.Remove(key);
        if (JsonAnswer.Text(next).Length > LongestCharacters) return Refusal.InvalidRequest($"session data is larger than {LongestCharacters} characters");
        call.SessionData = next;
        LiveCalls.Tell(data, call, new("session-data", next.DeepClone()));
        return null;
    }
}
