using Numeroly.Harness;


namespace Numeroly.Assistant.Tests.Calling.Chromium;

[Collection(OneBrowserAtATime.Name)]
public sealed class KillingTests
{
    [Fact]
    public async Task A_process_that_is_killed_takes_its_browser_along_and_leaves_nothing()
    {
        await using var world = await CallWorld.StartAsync();
        var room = await world.RoomAsync();
        using var process = await HeldCall.StartAsync(room, await world.TokenAsync(room, "assistant"), world.Bundle);
        Processes.Chromium(process.Id).ShouldNotBeEmpty();
        Processes.Profiles(process.Id).ShouldHaveSingleItem();

        process.Kill();

        await Eventually.HoldsAsync(() => Processes.Chromium(process.Id).Count == 0, "the end of every Chromium process");
        await Eventually.HoldsAsync(() => Processes.Profiles(process.Id).Count == 0, "the end of the profile");
    }
}
