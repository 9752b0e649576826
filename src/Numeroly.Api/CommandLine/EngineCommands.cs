using System.CommandLine;
using JasperFx;

namespace Numeroly.Api.CommandLine;

/// <summary>What Marten and Wolverine bring along for operators; each has its own <c>help</c>.</summary>
public static class EngineCommands
{
    private static readonly (string Name, string Description)[] All =
    [
        ("resources", "Bring the database up to date (resources setup), or look whether it is (resources check)."),
        ("db-assert", "Compare Marten's and Wolverine's tables with what this program expects."),
        ("db-patch", "Write the SQL that would bring them up to date, to be applied by other means."),
        ("codegen", "Write or preview the code that Wolverine makes for handlers and endpoints."),
    ];

    public static IEnumerable<Command> Create() => All.Select(engine =>
    {
        var words = new Argument<string[]>("words") { Description = "As its own help says.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(engine.Name, engine.Description) { words };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, _) =>
        {
            await using var app = ApiHost.Build([]);
            return await app.RunJasperFxCommands([engine.Name, .. parsed.GetValue(words) ?? [], .. parsed.UnmatchedTokens]);
        });
        return command;
    });
}
