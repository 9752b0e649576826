namespace Numeroly.Assistant.Tests.Calling.Chromium;

/// <summary>One world for the tests of a class that break nothing in it.</summary>
public sealed class SharedCallWorld : IAsyncLifetime
{
    public CallWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync() => World = await CallWorld.StartAsync();

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
