using Numeroly.Harness;

namespace Numeroly.Api.Tests.CommandLine;

public class Starting
{
    private static readonly Dictionary<string, string> Enough = new()
    {
        ["DATABASE_URL"] = "postgres://localhost:1/none",
        ["DAILY_API_URL"] = "http://localhost:1/v1",
        ["DAILY_API_KEY"] = "key",
        ["NUMEROLY_DATA"] = Path.Combine(AppContext.BaseDirectory, "starting"),
    };

    [Theory]
    [InlineData("DATABASE_URL", "", "DATABASE_URL is not set")]
    [InlineData("DAILY_API_URL", "https://api.daily.co/v1", "There is no Daily API key for https://api.daily.co/v1")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production", "AUTH_AUTHORITY is not set")]
    public async Task What_is_missing_is_said_in_one_sentence(string variable, string value, string sentence)
    {
        var settings = new Dictionary<string, string>(Enough) { [variable] = value };
        if (variable == "DAILY_API_URL") settings["DAILY_API_KEY"] = "";
        await using var api = ApiProcess.Start(settings);

        (await api.ExitedAsync()).ShouldBe(2, string.Join('\n', api.Output));
        api.Output.ShouldHaveSingleItem().ShouldStartWith(sentence);
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        await using var help = ApiProcess.Start(Enough, null, "--help");

        (await help.ExitedAsync()).ShouldBe(0);
        var text = string.Join('\n', help.Output);
        foreach (var command in new[] { "serve", "token", "dead-letters", "resources" }) text.ShouldContain(command);
    }

    [Fact]
    public async Task A_token_is_printed_alone_and_an_unknown_role_is_refused()
    {
        await using var token = ApiProcess.Start(Enough, null, "token", "alice", "--role", "analyst");
        await using var wrong = ApiProcess.Start(Enough, null, "token", "alice", "--role", "king");

        (await token.ExitedAsync()).ShouldBe(0);
        token.Output.ShouldHaveSingleItem().Split('.').Length.ShouldBe(3);
        (await wrong.ExitedAsync()).ShouldNotBe(0);
        string.Join('\n', wrong.Output).ShouldContain("analyst");
    }
}
