using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.Rest.Properties;

namespace Numeroly.StandIn.Rooms;

/// <summary>A request to create a room, checked as far as it can be without knowing the other rooms.</summary>
internal sealed partial record NewRoom(string Name, string Privacy, JsonObject Properties)
{
    private const int LongestName = 128;

    private static readonly PropertyTable Body = new()
    {
        { "name", Rule.Text() },
        { "privacy", Rule.OneOf("public", "private") },
        { "properties", Rule.Object },
    };

    public static Outcome<NewRoom> Read(JsonObject body, DateTimeOffset now)
    {
        var properties = body["properties"] as JsonObject ?? [];
        if (Body.Problem(body) is { } unfit) return Refusal.InvalidRequest(unfit);
        if (RoomProperties.Table.Problem(properties) is { } problem) return Refusal.InvalidRequest(problem);
        if (Expiry.Problem(properties, now) is { } expired) return Refusal.InvalidRequest(expired);

        var name = (string?)body["name"] ?? RandomName();
        if (!Allowed().IsMatch(name))
            return Refusal.InvalidRequest($"{name} contains invalid characters (room names can contain A-Z, a-z, 0-9, '-', and '_')");
        if (name.Length > LongestName)
            return Refusal.InvalidRequest($"{name} is too long (room names can have at most {LongestName} characters)");

        return new NewRoom(name, (string?)body["privacy"] ?? "public", properties);
    }

    private static string RandomName() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 20);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
