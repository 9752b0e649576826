using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.Assistant.Calling;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

/// <summary>A process of its own that joins a call and stays in it, until it is killed.</summary>
internal static class HeldCall
{
    public const string Command = "hold-call";

    private const string InTheCall = "in the call";

    /// <summary>Starts the process and waits until it is in the call.</summary>
    public static async Task<Process> StartAsync(Uri room, string token, Uri bundle)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HeldCall).Assembly.Location, Command, room.ToString(), token, bundle.ToString(), await InstalledChromium.PathAsync()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == InTheCall) return process;
        }

        throw new InvalidOperationException("The process that was to hold a call ended.");
    }

    /// <summary>What that process does.</summary>
    public static async Task<int> HoldAsync(Uri room, string token, string bundle, string chromium)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("Assistant:Calling:Chromium:Path", chromium),
                new("Assistant:Calling:Chromium:BundleUrl", bundle),
                new("Assistant:Calling:Chromium:JoinTimeout", "00:01:00"),
            ])
            .Build();
        await using var services = new ServiceCollection().AddCalling(configuration).BuildServiceProvider();
        var calls = services.GetRequiredService<IEnumerable<ICallTransport>>().Single();
        await using var call = await calls.JoinAsync(new(Guid.NewGuid(), room, token, "Numeroly", Language.Vi), CancellationToken.None);
        await Console.Out.WriteLineAsync(InTheCall);
        await foreach (var _ in call.Events.ReadAllAsync())
        {
            // Until the end.
        }

        return 0;
    }
}
