using System.Text.Json;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Http;

public class Describing_the_api
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_description_is_the_approved_one()
    {
        await using var backend = await Backend.StartAsync();
        var served = JsonDocument.Parse(await (await backend.Anonymous().GetAsync("/openapi/v1.json")).Content.ReadAsStringAsync());
        IReadOnlyList<string> lines = JsonSerializer.Serialize(served, Indented).ReplaceLineEndings("\n").Split('\n');

        lines.ShouldBe(
            Approval.ApprovedLines("openapi", "json", lines),
            "The API has changed its shape. If clients can live with that, approve the received file and run 'npm run generate-client'.");
    }
}
