using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Rest;

/// <summary>A JSON body, compact and with letters beyond ASCII as they are, as JavaScript's JSON.stringify writes it.</summary>
internal sealed record JsonAnswer(JsonNode Body, int Status = 200) : IResult
{
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For the control surface: snake_case, absent instead of null only where a record says so.</summary>
    public static JsonSerializerOptions SnakeCase { get; } = new(Compact)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static JsonAnswer Snake<T>(T value) => new(JsonSerializer.SerializeToNode(value, SnakeCase)!);

    public static string Text(JsonNode? node) => node?.ToJsonString(Compact) ?? "null";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await httpContext.Response.WriteAsync(Text(Body));
    }
}

/// <summary>Reads request bodies, which <see cref="RequestBodies"/> has already taken into memory.</summary>
internal static class JsonRequest
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The body as an object; an absent body is an empty object, as for <c>POST /rooms</c> without one.</summary>
    public static Outcome<JsonObject> Object(HttpContext http)
    {
        if (http.Request.Body.Length == 0) return new JsonObject();
        try
        {
            return JsonNode.Parse(http.Request.Body, null, Strict) is JsonObject body
                ? body
                : Refusal.InvalidRequest("the request body should be a JSON object");
        }
        catch (JsonException e)
        {
            return Refusal.NotJson(e.Message);
        }
    }

    /// <summary>The body as an object that holds only what <paramref name="table"/> lists.</summary>
    public static Outcome<JsonObject> Object(HttpContext http, PropertyTable table) =>
        Object(http).Then<JsonObject>(body => table.Problem(body) is { } problem ? Refusal.InvalidRequest(problem) : body);
}
