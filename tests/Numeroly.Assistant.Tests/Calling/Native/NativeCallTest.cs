using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.Assistant.Calling;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Calling.Native;

/// <summary>One process has one native library, and what it counts is of all calls.</summary>
[CollectionDefinition(Name)]
public sealed class OneNativeLibrary
{
    public const string Name = "one native library";
}

/// <summary>A test with calls through the stand-in for Daily's native library. At its end nothing may be left behind or have been done wrong.</summary>
[Collection(OneNativeLibrary.Name)]
public abstract class NativeCallTest : IAsyncLifetime
{
    protected const string Token = "the.secret.token";

    private ServiceProvider? _services;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected Uri Room { get; } = NewRoom();

    private protected ICallTransport Calls { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var library = await NativeLibraryBuild.WholeAsync();
        Script.Use(library);
        _services = Services(
            ("Assistant:Calling:Native:Library", library), ("Assistant:Calling:Native:JoinTimeout", "00:00:30"), ("Assistant:Calling:Native:LeaveTimeout", "00:00:30"));
        Calls = _services.GetServices<ICallTransport>().Single();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_services is not null) await _services.DisposeAsync();
        Script.Mistakes().ShouldBe("");
        foreach (var kind in Enum.GetValues<Script.Kind>()) Script.Alive(kind).ShouldBe(0, $"{kind} left behind");
    }

    protected static Uri NewRoom() => new($"https://numeroly.daily.co/{Guid.NewGuid()}");

    internal static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("Assistant:Calling:Transport", "native")).Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)))
            .Build();
        return new ServiceCollection().AddCalling(configuration).BuildServiceProvider();
    }

    protected Task<ICall> JoinAsync(Uri? room = null) => Calls.JoinAsync(new(Guid.NewGuid(), room ?? Room, Token, "Numeroly Ánh", Language.Vi), Stop);

    private protected Task StopAsync() => _services!.DisposeAsync().AsTask();
}
