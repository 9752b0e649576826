using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Tests.Running;

/// <summary>What came back: the status and the JSON body.</summary>
public sealed record Answer(int Status, JsonNode? Body, HttpResponseMessage Response)
{
    public JsonNode? this[string name] => Body?[name];

    public string? Error => (string?)Body?["error"];

    public string? Info => (string?)Body?["info"];

    public JsonArray Data => Body!["data"]!.AsArray();

    public void ShouldRefuse(int status, string error, string? info = null)
    {
        Status.ShouldBe(status, Body?.ToJsonString());
        Error.ShouldBe(error);
        if (info is not null) Info.ShouldBe(info);
    }

    public Answer ShouldSucceed()
    {
        Status.ShouldBe(200, Body?.ToJsonString());
        return this;
    }
}
