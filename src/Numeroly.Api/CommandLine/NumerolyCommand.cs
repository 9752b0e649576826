using System.CommandLine;
using Microsoft.Extensions.Options;
using Numeroly.Api.Configuring;

namespace Numeroly.Api.CommandLine;

/// <summary>The <c>numeroly</c> command line. Without a command it serves the API.</summary>
public static class NumerolyCommand
{
    // Longer than hosts take to stop at most, so that calls are left and conversations handed over before the process ends.
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(40);

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            // Settings such as --urls go to the host as they are; only a command or a question is for the command line.
            var serves = args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"));
            return serves ? await ServeAsync(args) : await Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = ToStop });
        }
        catch (Exception setting) when (setting is SettingMissingException or SettingUnsoundException)
        {
            await Console.Error.WriteLineAsync(setting.Message);
            return 2;
        }
        catch (OptionsValidationException invalid)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, invalid.Failures));
            return 2;
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = ApiHost.Build(args);
        ApiHost.CheckSettings(app);
        await app.RunAsync();
        return 0;
    }

    private static RootCommand Root()
    {
        var serve = new Command("serve", "Serve the API (what happens without a command). Settings come from the environment, .env, and --Section:Name=value.");
        serve.SetAction((_, _) => ServeAsync([]));
        var root = new RootCommand("Numeroly's backend.") { serve, AssistantCommand.Create(), TurnsCommand.Create(), TokenCommand.Create(), DeadLettersCommand.Create() };
        foreach (var engine in EngineCommands.Create()) root.Subcommands.Add(engine);
        return root;
    }
}
