using System.Text.Json;
using Numeroly.Harness;
using Numeroly.World;
using static Numeroly.Api.Tests.Analytics.MeasuredTurns;

namespace Numeroly.Api.Tests.CommandLine;

public class Looking_at_turns
{
    [Fact]
    public async Task Waiting_times_are_shown_as_tables_or_for_programs()
    {
        await using var backend = await Backend.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        await HaveBeenAsync(backend, "vi", Turn(120, at: now.AddHours(-1)), Turn(240, reply: "openai", at: now.AddHours(-2)), Turn(9999, at: now.AddDays(-30)));

        var table = await RunAsync(backend, 0, "turns", "--group-by", "reply");
        var json = JsonDocument.Parse(await RunAsync(backend, 0, "turns", "--since", "24h", "--language", "vi", "--json")).RootElement;

        table.ShouldContain("2 turns");
        table.ShouldContain("audible");
        table.ShouldContain("openai");
        table.ShouldContain("240");
        table.ShouldNotContain("9999");
        json.GetProperty("total").GetProperty("count").GetInt32().ShouldBe(2);
        json.GetProperty("total").GetProperty("stages")[3].GetProperty("p50_ms").GetDouble().ShouldBe(180);
        (await RunAsync(backend, 0, "turns", "--language", "en")).ShouldContain("0 turns");
    }

    [Fact]
    public async Task What_is_not_understood_is_said_and_help_helps()
    {
        await using var backend = await Backend.StartAsync();

        (await RunAsync(backend, 1, "turns", "--since", "soon")).ShouldContain("'soon' is no length of time such as 90m, 24h, 7d or 4w.");
        (await RunAsync(backend, 2, "turns", "--since", "1h", "--until", "2h")).ShouldContain("must be later than from");
        (await RunAsync(backend, 2, "turns", "--since", "52w", "--group-by", "hour")).ShouldContain("31 days");
        (await RunAsync(backend, 0, "turns", "--help")).ShouldContain("--group-by");
    }

    private static async Task<string> RunAsync(Backend backend, int code, params string[] words)
    {
        await using var command = ApiProcess.Start(backend.Settings, null, words);
        (await command.ExitedAsync()).ShouldBe(code, string.Join('\n', command.Output));
        return string.Join('\n', command.Output);
    }
}
