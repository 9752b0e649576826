namespace Numeroly.StandIn.Rest;

/// <summary>
/// An error answer in Daily's shape: a stable machine word in <c>error</c> and mostly a text for people in
/// <c>info</c>. The words and texts are those seen at Daily, as far as any were seen.
/// </summary>
internal sealed record Refusal(int Status, string Error, string? Info = null) : IResult
{
    /// <summary>Adds <c>deleted: true</c>, which Daily does when an expired room is deleted.</summary>
    public bool Deleted { get; init; }

    public static Refusal InvalidRequest(string info) => new(400, "invalid-request-error", info);

    public static Refusal UnknownProperty(string name) => InvalidRequest($"invalid property name '{name}'");

    public static Refusal NotJson(string info) => new(400, "json-parsing-error", info);

    public static Refusal NotFound(string info) => new(404, "not-found", info);

    public static Refusal NoSuchRoom(string name) => NotFound($"room {name} not found");

    public static Refusal NoCallIn(string roomName) => NotFound($"room {roomName} does not seem to be hosting a call currently");

    public static Refusal BadAuthorizationHeader { get; } = new(400, "authorization-header-error", "bad Authorization header format");

    /// <summary>Measured without an <c>info</c>.</summary>
    public static Refusal WrongKey { get; } = new(401, "authentication-error");

    public static Refusal TooManyRequests { get; } = new(429, "rate-limit-error", "too many requests");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new System.Text.Json.Nodes.JsonObject { ["error"] = Error };
        if (Info is not null) body["info"] = Info;
        if (Deleted) body["deleted"] = true;
        return new JsonAnswer(body, Status).ExecuteAsync(httpContext);
    }
}
