using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Faults;

/// <summary><c>/standin/faults</c>: inject, list and remove faults.</summary>
internal static class FaultsControl
{
    private static readonly PropertyTable Body = new()
    {
        { "method", Rule.OrNull(Rule.OneOf("*", "GET", "POST", "PUT", "PATCH", "DELETE")) },
        { "path", Rule.Text() },
        { "status", Rule.OrNull(Rule.Whole(200, 599)) },
        { "rate_limit", Rule.Boolean },
        { "error", Rule.OrNull(Rule.Text()) },
        { "info", Rule.OrNull(Rule.Text()) },
        { "retry_after", Rule.OrNull(Rule.Whole(0, int.MaxValue)) },
        { "delay_ms", Rule.OrNull(Rule.Whole(0, int.MaxValue)) },
        { "lost", Rule.OrNull(Rule.OneOf("before", "after")) },
        { "hang", Rule.Boolean },
        { "times", Rule.OrNull(Rule.Whole(0, int.MaxValue)) },
        { "skip", Rule.OrNull(Rule.Whole(0, int.MaxValue)) },
    };

    public static void MapFaults(this IEndpointRouteBuilder control)
    {
        control.MapPost("/faults", (HttpContext http, FaultBook book) => JsonRequest.Object(http, Body).Answer(body =>
            Problem(body) is { } problem ? Refusal.InvalidRequest(problem) : JsonAnswer.Snake(book.Add(id => Read(body, id)))));
        control.MapGet("/faults", (FaultBook book) => JsonAnswer.Snake(book.All()));
        control.MapDelete("/faults", (FaultBook book) => new JsonAnswer(new JsonObject { ["removed"] = book.Clear() }));
        control.MapDelete("/faults/{id:int}", (int id, FaultBook book) =>
            book.Remove(id) ? (IResult)new JsonAnswer(new JsonObject { ["removed"] = 1 }) : Refusal.NotFound($"no fault has the id {id}"));
    }

    private static string? Problem(JsonObject body)
    {
        if ((string?)body["path"] is not { } path) return "path is needed, for example /v1/rooms or /v1/rooms/*/eject";
        if (!path.StartsWith("/v1", StringComparison.Ordinal) && !path.StartsWith('*')) return $"path was '{path}' but calls start with /v1";
        return body.Any(field => field.Value is not null && field.Key is "status" or "rate_limit" or "delay_ms" or "lost" or "hang")
            ? null
            : "one of status, rate_limit, delay_ms, lost and hang is needed";
    }

    private static Fault Read(JsonObject body, int id) => new()
    {
        Id = id,
        Method = (string?)body["method"] is { } method and not "*" ? method : null,
        Path = (string)body["path"]!,
        Status = Whole(body, "status") ?? ((bool?)body["rate_limit"] == true ? 429 : null),
        Error = (string?)body["error"],
        Info = (string?)body["info"],
        RetryAfter = Whole(body, "retry_after"),
        DelayMs = Whole(body, "delay_ms") ?? 0,
        Lost = (string?)body["lost"] switch { "before" => LostAnswer.Before, "after" => LostAnswer.After, _ => null },
        Hang = (bool?)body["hang"] ?? false,
        Times = body.ContainsKey("times") ? Whole(body, "times") is > 0 and var times ? times : null : 1,
        Skip = Whole(body, "skip") ?? 0,
    };

    private static int? Whole(JsonObject body, string name) => (int?)Rule.WholeNumber(body[name]);
}
