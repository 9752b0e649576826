namespace Numeroly.Assistant.Tests.Hearing;

public static class Wait
{
    /// <summary>Waits until something is so; fails after half a minute.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (!isSo()) await Task.Delay(10, deadline.Token);
    }
}
