using System.Text.Json.Nodes;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Rest;

/// <summary>What can be done to a running call: app messages, ejecting, permissions, session data.</summary>
internal static class RuntimeEndpoints
{
    private const int MostIds = 100;

    private static readonly PropertyTable MessageBody = new() { { "data", Rule.Anything }, { "recipient", Rule.Text() } };

    private static readonly PropertyTable EjectBody = new()
    {
        { "ids", Rule.ListOf(Rule.Text(), MostIds) },
        { "user_ids", Rule.ListOf(Rule.Text(), MostIds) },
        { "ban", Rule.Boolean },
    };

    private static readonly PropertyTable SessionDataBody = new()
    {
        { "data", Rule.Object },
        { "mergeStrategy", Rule.OneOf("replace", "shallow-merge") },
        { "keysToDelete", Rule.ListOf(Rule.Text()) },
    };

    private static readonly PropertyTable PermissionsBody = new() { { "data", Rule.Object } };

    public static void MapRuntime(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rooms/{name}/send-app-message", SendAppMessage);
        api.MapPost("/rooms/{name}/eject", Eject);
        api.MapPost("/rooms/{name}/update-permissions", UpdatePermissions);
        api.MapPost("/rooms/{name}/set-session-data", SetSessionData);
        api.MapGet("/rooms/{name}/get-session-data", (string name, StandInState state, LiveCalls calls) => state.Read<IResult>(data =>
            calls.Hosted(data, name) is { } call ? new JsonAnswer(call.SessionData.DeepClone()) : Refusal.NoCallIn(name)));
    }

    private static IResult SendAppMessage(string name, HttpContext http, StandInState state, LiveCalls calls, AppMessages messages) =>
        JsonRequest.Object(http, MessageBody).Answer(body =>
        {
            if (!body.TryGetPropertyValue("data", out var message)) return Refusal.InvalidRequest("data is missing");
            if (JsonAnswer.Text(message).Length > AppMessages.LongestCharacters)
                return Refusal.InvalidRequest($"data is larger than {AppMessages.LongestCharacters} characters");
            var to = (string?)body["recipient"] ?? "*";
            return state.Change<IResult>(data =>
            {
                if (calls.Hosted(data, name) is not { } call) return Refusal.NoCallIn(name);
                messages.FromBackend(data, call, message, to);
                return Sent();
            });
        });

    private static IResult Eject(string name, HttpContext http, StandInState state, LiveCalls calls, TimeProvider clock) =>
        JsonRequest.Object(http, EjectBody).Answer(body =>
        {
            var ids = Strings(body["ids"]);
            var userIds = Strings(body["user_ids"]);
            var ban = (bool?)body["ban"] ?? false;
            if (ids.Count + userIds.Count == 0) return Refusal.InvalidRequest("ids or user_ids is missing");
            return state.Change<IResult>(data =>
            {
                if (calls.Hosted(data, name) is not { } call) return Refusal.NoCallIn(name);
                // Daily remembers the user ids given, not those behind given session ids.
                if (ban) call.BannedUserIds.UnionWith(userIds);
                var named = data.PresentIn(call).Where(p => ids.Contains(p.SessionId) || userIds.Contains(p.UserId));
                var ejected = named.Select(p => p.SessionId).ToList();
                ejected.ForEach(id => calls.Leave(id, LeaveReason.Ejected));
                data.Ejections.Add(new(name, ids, userIds, ban, ejected, clock.GetUtcNow()));
                return new JsonAnswer(new JsonObject { ["ejectedIds"] = new JsonArray([.. ejected]) });
            });
        });

    private static IResult UpdatePermissions(string name, HttpContext http, StandInState state, LiveCalls calls) =>
        JsonRequest.Object(http, PermissionsBody).Answer(body =>
        {
            var changes = body["data"] as JsonObject ?? [];
            foreach (var (who, permissions) in changes)
            {
                if (KnownValues.Permissions(who, permissions) is { } problem) return Refusal.InvalidRequest(problem);
            }

            return state.Change<IResult>(data =>
            {
                if (calls.Hosted(data, name) is not { } call) return Refusal.NoCallIn(name);
                foreach (var participant in data.PresentIn(call).ToList())
                {
                    if ((changes[participant.SessionId] ?? changes["*"]) is not JsonObject change) continue;
                    LiveCalls.ChangePermissions(data, call, participant, change);
                }

                return Sent();
            });
        });

    private static IResult SetSessionData(string name, HttpContext http, StandInState state, LiveCalls calls) =>
        JsonRequest.Object(http, SessionDataBody).Answer(body => state.Change<IResult>(data =>
        {
            if (calls.Hosted(data, name) is not { } call) return Refusal.NoCallIn(name);
            var merges = (string?)body["mergeStrategy"] == "shallow-merge";
            return SessionDataStore.Change(data, call, body["data"] as JsonObject ?? [], merges, Strings(body["keysToDelete"])) ?? (IResult)Sent();
        }));

    private static List<string> Strings(JsonNode? list) => [.. (list as JsonArray ?? []).Select(entry => (string)entry!)];

    private static JsonAnswer Sent() => new(new JsonObject { ["sent"] = "true" });
}
