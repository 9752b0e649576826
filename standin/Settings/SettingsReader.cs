using System.Text;

namespace Numeroly.StandIn.Settings;

/// <summary>What the command line asks for: a server with these options, or a text to print instead.</summary>
internal sealed record CommandLineReading(StandInOptions Options, string? Print, int ExitCode);

/// <summary>
/// Reads settings from the environment (plain names, or with the prefix <c>STANDIN_</c>, which wins) and from the
/// command line (which wins over both). A misspelt option is refused, since it would otherwise silently do nothing.
/// </summary>
internal static class SettingsReader
{
    public static CommandLineReading Read(string[] args)
    {
        var options = new StandInOptions();
        if (args is ["--help" or "-h" or "-?", ..]) return new(options, Help(), 0);
        if (UnknownOption(args) is { } unknown) return new(options, $"Unknown option {unknown}. --help lists the options.", 2);

        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddEnvironmentVariables("STANDIN_")
            .AddCommandLine(args)
            .Build();
        foreach (var setting in SettingsTable.All)
        {
            if (configuration[setting.Name] is not { Length: > 0 } value) continue;
            try
            {
                setting.Set(options, value);
            }
            catch (Exception e) when (e is FormatException or OverflowException)
            {
                return new(options, $"{setting.Name} cannot be '{value}': {setting.Help}.", 2);
            }
        }

        return new(options, null, 0);
    }

    private static string? UnknownOption(string[] args) =>
        args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal))
            .Select(arg => arg.Split('=', 2)[0])
            .FirstOrDefault(arg => !SettingsTable.All.Any(s => string.Equals(s.Name, arg[2..], StringComparison.OrdinalIgnoreCase)));

    private static string Help()
    {
        var defaults = new StandInOptions();
        var text = new StringBuilder("""
            A local stand-in for Daily.co: REST, signed webhooks, recordings, a ledger and injectable faults.

            Each setting is an option (--Port 7801), or an environment variable (Port or STANDIN_Port; write : as __).
            Lengths of time: 3s, 250ms, 5m or 00:00:03.


            """);
        foreach (var setting in SettingsTable.All)
        {
            var shown = setting.Show(defaults);
            text.Append("  --").Append(setting.Name.PadRight(24)).Append(setting.Help);
            text.AppendLine(shown.Length > 0 ? $" [{shown}]" : "");
        }

        return text.Append("\nWhile it runs, GET /standin explains the control surface.").ToString();
    }
}
