using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Rest.Properties;

/// <summary>Rooms and tokens alike refuse an <c>exp</c> that has already passed.</summary>
internal static class Expiry
{
    public static string? Problem(JsonObject properties, DateTimeOffset now) =>
        Rule.WholeNumber(properties["exp"]) is { } exp && exp <= now.ToUnixTimeSeconds()
            ? $"exp was '{exp}', which is in the past rather than in the future"
            : null;
}
