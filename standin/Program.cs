using Numeroly.StandIn.Calls.Signalling;
using Numeroly.StandIn.Settings;

namespace Numeroly.StandIn;

/// <summary>The stand-in as a process of its own.</summary>
// A class in the namespace rather than top-level statements: those would put a public `Program` into every test
// project that starts the stand-in next to the API.
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var (options, print, exitCode) = SettingsReader.Read(args);
        if (print is not null)
        {
            await (exitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(print);
            return exitCode;
        }

        await using var app = StandInApplication.Build(options, builder => builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"The stand-in cannot start: {e.Message}");
            return 1;
        }

        var address = app.Services.GetRequiredService<PublicUrl>().Listening;
        await Console.Out.WriteLineAsync($"Daily stand-in on {address} - controls and ledger under /standin");
        if (app.Services.GetRequiredService<CallBundle>().Find() is null) await Console.Out.WriteLineAsync(CallBundle.Missing);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
