using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Tokens;

/// <summary>
/// The short form of permissions inside the claim <c>p</c>: hasPresence hp, canSend cs (true, false or a list such as
/// <c>a,v</c>), canReceive cr, canAdmin ca. The letters for canAdmin are ours: the published list was cut off there.
/// </summary>
internal static class PermissionClaims
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["hasPresence"] = "hp", ["canSend"] = "cs", ["canReceive"] = "cr", ["canAdmin"] = "ca",
    };

    private static readonly Dictionary<string, string> Letters = new()
    {
        ["video"] = "v", ["audio"] = "a", ["screenVideo"] = "sv", ["screenAudio"] = "sa", ["customVideo"] = "cv", ["customAudio"] = "ca",
        ["participants"] = "p", ["streaming"] = "s", ["transcription"] = "t",
    };

    public static JsonObject Shorten(JsonObject permissions) => Rename(permissions, Names, value =>
        value is JsonArray list ? string.Join(',', list.Select(entry => Letters[(string)entry!])) : value?.DeepClone());

    public static JsonObject Lengthen(JsonObject claims)
    {
        var longNames = Names.ToDictionary(pair => pair.Value, pair => pair.Key);
        var words = Letters.ToDictionary(pair => pair.Value, pair => pair.Key);
        return Rename(claims, longNames, value =>
            value is JsonValue text && text.TryGetValue<string>(out var letters)
                ? new JsonArray([.. letters.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(l => (JsonNode)words.GetValueOrDefault(l, l))])
                : value?.DeepClone());
    }

    private static JsonObject Rename(JsonObject from, Dictionary<string, string> names, Func<JsonNode?, JsonNode?> convert)
    {
        var renamed = new JsonObject();
        foreach (var (name, value) in from) renamed[names.GetValueOrDefault(name, name)] = convert(value);
        return renamed;
    }
}
