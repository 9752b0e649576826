using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numeroly.Api.Store;

/// <summary>How stored bodies are written: property names as in .NET, enums as words. Marten's default, spelled out because SQL and tests rely on it.</summary>
public static class StoreJson
{
    public static JsonSerializerOptions Options { get; } = new() { Converters = { new JsonStringEnumConverter() } };
}
