using System.Diagnostics;
using System.Globalization;
using Numeroly.Api.Conversations;
using Numeroly.Harness;

namespace Numeroly.Soak;

public class Conversations_in_a_row(ITestOutputHelper output)
{
    private const int SampledEvery = 20;

    // So that the last of 200 is as far into its browser's life as the first that is looked at.
    private const int CallsPerBrowser = 60;

    // A browser without any page would close.
    private const int EmptyPages = 1;

    private static int Conversations =>
        int.TryParse(Environment.GetEnvironmentVariable("SOAK_CONVERSATIONS"), CultureInfo.InvariantCulture, out var asked) ? Math.Max(asked, SampledEvery) : 200;

    [Fact]
    public async Task Leave_the_assistants_process_as_it_was_and_nothing_behind()
    {
        await using var world = await SoakWorld.StartAsync(CallsPerBrowser);
        var curve = new Curve();
        try
        {
            var idle = await HoldAsync(world, curve);
            curve.ShouldReturnTo(idle);
            await world.HasNothingLeftAsync(Conversations);
            await StopAsync(world);
        }
        catch
        {
            output.WriteLine($"The assistant's process said:\n{string.Join('\n', world.Assistant.Output.TakeLast(60))}");
            throw;
        }
        finally
        {
            await Console.Out.WriteLineAsync(curve.ToString());
        }
    }

    /// <returns>What the process took after the first conversation, when it had all that it keeps.</returns>
    private static async Task<Footprint> HoldAsync(SoakWorld world, Curve curve)
    {
        var started = Stopwatch.GetTimestamp();
        Footprint? idle = null;
        for (var number = 1; number <= Conversations; number++)
        {
            await new Visit(world, number).HoldAsync();
            await Eventually.BecomesAsync(
                () => Task.FromResult(Footprint.RenderersOf(world.Assistant.Id)), pages => pages <= EmptyPages, $"the page of conversation {number} to be closed");
            idle ??= Footprint.Of(world.Assistant.Id);
            if (number % SampledEvery == 0 || number == Conversations)
                curve.Add(number, Stopwatch.GetElapsedTime(started), Footprint.Of(world.Assistant.Id));
        }

        return idle!;
    }

    private static async Task StopAsync(SoakWorld world)
    {
        var begun = await new Visit(world, Conversations + 2 - (Conversations % 2)).BeginAsync();
        var process = world.Assistant.Id;
        var tree = ProcessTree.Of(process);
        tree.Count.ShouldBeGreaterThan(1, "with its browser");

        (await world.Assistant.StopAsync()).ShouldBe(0, "the exit code after SIGTERM");

        await Eventually.HoldsAsync(() => !tree.Any(ProcessTree.IsAlive), "all that it started to end");
        await Eventually.HoldsAsync(() => Profiles(process).Count == 0, "the browser's profile to go");
        (await world.Backend.Daily.LedgerAsync(begun)).Participants.ShouldNotContain(
            participant => participant.LeftAt == null && participant.UserId == Rooms.AssistantId, "it leaves the call that it was in");
    }

    private static IReadOnlyList<string> Profiles(int process) => [.. Directory.EnumerateDirectories(Path.GetTempPath(), $"numeroly-chromium-{process}-*")];
}
