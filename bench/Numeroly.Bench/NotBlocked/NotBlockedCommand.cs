using System.CommandLine;
using Numeroly.Bench.CommandLine;

namespace Numeroly.Bench.NotBlocked;

/// <summary><c>not-blocked</c>: whether saving messages keeps its speed while Daily is slow and many conversations are being created.</summary>
internal static class NotBlockedCommand
{
    public static Command Create()
    {
        var running = new Running();
        var crowd = Options.Count("--creations", 1_000, "Conversations being created at once.");
        var delay = Options.Seconds("--delay", 2, "Seconds that Daily takes for every call.");
        var conversations = Options.Count("--conversations", 20, "Conversations that messages are saved in.");
        var rate = Options.Rate("--rate", 100, "Messages saved a second.");
        var seconds = Options.Seconds("--seconds", 10, "How long a run takes.");
        var command = new Command("not-blocked", "Saving messages while a slow Daily has many conversations waiting to be created.") { crowd, delay, conversations, rate, seconds };
        running.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = await SlowBackend.StartAsync();
            using var saving = await Saving.BeginAsync(backend, parsed.GetRequiredValue(conversations), parsed.GetRequiredValue(rate));
            using var creations = new Creations(backend, parsed.GetRequiredValue(crowd));
            var daily = new SlowDaily(backend.DailyControl, TimeSpan.FromSeconds(parsed.GetRequiredValue(delay)));
            var scenarios = new NotBlockedScenarios(saving, creations, daily, TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds)));
            string[] how =
            [
                $"{parsed.GetRequiredValue(rate):0} messages a second into {parsed.GetRequiredValue(conversations)} conversations in turn, pauses of random length, whether or not earlier ones are answered (open loop)",
                "latency: from sending the request until its answer is read; samples are the saves sent inside the measured time",
                $"Daily takes {parsed.GetRequiredValue(delay)} s for every call, and has no rate limit here; the API's own limits are wide open, its logs say warnings only, all else is as it comes",
                "waiting: measured from when all creations have asked Daily for their room until the first of them is answered; nothing begins or finishes meanwhile",
                "each followed by another: as many are under way all the time, coming evenly, so that beginning and finishing them takes its share of the machine too",
                "as many creations a second, answered at once: the same work with nobody waiting, to tell the price of the work from that of the waiting",
                "the API is a process of its own; PostgreSQL, the stand-in and all clients share its cores",
            ];
            await running.MeasureAsync(parsed, scenarios.All(), how, cancellation);
        });
        return command;
    }
}
