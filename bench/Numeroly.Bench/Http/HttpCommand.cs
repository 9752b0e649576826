using System.CommandLine;
using Numeroly.Bench.CommandLine;
using Numeroly.Bench.Machine;

namespace Numeroly.Bench.Http;

/// <summary><c>http</c>: what saving a message costs over HTTP, beside the version before and beside endpoints written by hand.</summary>
internal static class HttpCommand
{
    private static readonly string[] How =
    [
        "closed loop: each client has one connection, and sends its next message when its last is answered with 201",
        "latency: from sending the request until its answer is read to the end; a client knows only as much HTTP as that takes",
        $"saving: POST /conversations/{{id}}/messages, into {HttpScenarios.Conversations} conversations in turn, each message new, "
            + "no two clients in one conversation at once",
        "both APIs as published, with the development issuer's tokens, limits wide open, their logs saying warnings only, "
            + "Redis beside them, each with a Daily of its own that is not called meanwhile",
        "by hand: a minimal endpoint on Npgsql with the API's own pool settings, no account, no checks; one insert, "
            + "or the version, the event and the outgoing message in one transaction (two round trips)",
        "each server is a process of its own with a database of its own on the same PostgreSQL; the others wait meanwhile",
        "CPU: of the server's process and of all of PostgreSQL's together during the run; the client's and Redis's are not in it",
    ];

    public static Command Create()
    {
        var running = new Running();
        var seconds = Options.Seconds("--seconds", 5, "How long a run takes.");
        var api = Options.Program("--api", "The API as published. Filled in by npm run bench, as the next two.");
        var apiBefore = Options.Program("--before", "The API of the version before, in a folder named after its commit.");
        var byHand = Options.Program("--by-hand", "The endpoints written by hand.");
        var command = new Command("http", "Saving a message over HTTP, by number of clients: now, before, and written by hand.")
        {
            seconds, api, apiBefore, byHand,
        };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var published = parsed.GetRequiredValue(apiBefore);
            await using var now = await StartApiAsync("this version", parsed.GetRequiredValue(api));
            await using var before = await StartApiAsync($"the version before, {published.Directory!.Name}", published);
            await using var three = await StartByHandAsync("yardstick: by hand, three statements", "three-statements");
            await using var one = await StartByHandAsync("by hand, one insert", "one-insert");
            MeasuredServer[] servers = [new(now, three, before), new(before, three), new(three), new(one, three)];
            var duration = TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds));
            var scenarios = new HttpScenarios(servers, duration, await PostgresProcesses.FindAsync(cancellation));
            await running.MeasureAsync(parsed, scenarios.All(), How, cancellation);

            Task<SavingServer> StartApiAsync(string name, FileInfo assembly) =>
                SavingServer.StartApiAsync(name, assembly.FullName, HttpScenarios.Conversations);

            Task<SavingServer> StartByHandAsync(string name, string way) =>
                SavingServer.StartHandWrittenAsync(name, parsed.GetRequiredValue(byHand).FullName, way, HttpScenarios.Conversations);
        });
        return command;
    }
}
