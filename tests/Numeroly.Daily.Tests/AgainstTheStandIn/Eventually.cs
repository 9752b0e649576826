namespace Numeroly.Daily.Tests.AgainstTheStandIn;

internal static class Eventually
{
    /// <summary>Asks until there is an answer. Fails after half a minute, far more than anything here takes.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await ask() is { } answer)
                return answer;
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
