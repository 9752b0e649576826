using System.CommandLine;
using Numeroly.Bench.Append;
using Numeroly.Bench.FollowDelay;
using Numeroly.Bench.Http;
using Numeroly.Bench.LiveFeed;
using Numeroly.Bench.Messages;
using Numeroly.Bench.NotBlocked;
using Numeroly.Bench.Starting;
using Numeroly.Bench.Voice;

namespace Numeroly.Bench.CommandLine;

/// <summary>The measurements by name. Without a name it lists them.</summary>
internal static class BenchCommand
{
    // Databases are dropped and the API is stopped before Ctrl-C ends it.
    private static readonly TimeSpan TimeToCleanUp = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures Numeroly side by side with a yardstick. Needs the servers of npm run harness; npm run bench brings its own.")
        {
            NotBlockedCommand.Create(), FollowDelayCommand.Create(), LiveFeedCommand.Create(), HttpCommand.Create(), AppendCommand.Create(),
            MessagesCommand.Create(), StartCommand.Create(), VoiceAnswersCommand.Create(),
        };
        root.SetAction(_ => List(root));
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeToCleanUp });
    }

    private static void List(RootCommand root)
    {
        Console.WriteLine("npm run bench -- <name> [options]");
        foreach (var bench in root.Subcommands.Where(command => !command.Hidden))
        {
            Console.WriteLine();
            Console.WriteLine($"{bench.Name,-14} {bench.Description}");
            foreach (var option in bench.Options) Console.WriteLine($"{"",-14} {option.Name,-15} {option.Description}{(option.HasDefaultValue && option.ValueType != typeof(bool) ? $" Default {option.GetDefaultValue()}." : "")}");
        }
    }
}
