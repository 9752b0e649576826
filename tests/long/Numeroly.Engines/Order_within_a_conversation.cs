namespace Numeroly.Engines;

public class Order_within_a_conversation
{
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Nodes_killed_again_and_again_lose_double_overtake_and_overlap_nothing()
    {
        const int kills = 10;
        const int messagesPerKill = Trial.Messages / kills;
        var random = new Random();
        await using var trial = await Trial.StartAsync(random);
        var killed = Enumerable.Range(0, kills).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();

        var posting = trial.PostAllAsync(
            number => number <= messagesPerKill ? Task.CompletedTask : killed[((number - 1) / messagesPerKill) - 1].Task, spread: TimeSpan.FromSeconds(4));
        foreach (var kill in killed)
        {
            await Task.Delay(random.Next(500, 3000));
            await trial.KillAsync(random.Next(2), kill.SetResult);
        }

        await posting;
        await trial.SettleAsync();

        var verdict = new Verdict(trial.Database);
        await Console.Out.WriteLineAsync(await verdict.MeasuresAsync());
        await verdict.IsSoundAsync();
        await verdict.ReplayingWorksAsync();
    }

    [Fact]
    public async Task A_leader_that_freezes_and_comes_back_breaks_none_of_it()
    {
        const int before = 6;
        const int meanwhile = 14;
        var random = new Random();
        await using var trial = await Trial.StartAsync(random);
        var frozen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thawed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var place = await trial.LeaderAsync();

        var posting = trial.PostAllAsync(
            number => number <= before ? Task.CompletedTask : number <= meanwhile ? frozen.Task : thawed.Task, spread: TimeSpan.FromSeconds(4));
        await Task.Delay(random.Next(2000, 8000));
        await trial.FreezeAsync(place);
        frozen.SetResult();
        await Task.Delay(Frozen);
        await trial.ThawAsync(place);
        thawed.SetResult();
        await posting;
        await trial.SettleAsync();

        var verdict = new Verdict(trial.Database);
        await Console.Out.WriteLineAsync(await verdict.MeasuresAsync());
        await verdict.IsSoundAsync();
    }
}
