using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.Api.Conversations;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Tests.Calling.Chromium;
using Numeroly.Events.Conversations;
using Numeroly.Harness;

namespace Numeroly.Soak;

/// <summary>People who sit in calls with a real page, in a browser that is none of the assistant's, and hear what is said.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Listener(ServiceProvider services) => _services = services;

    public static async Task<Listener> OpenAsync(Uri bundle)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("Assistant:Calling:Chromium:Path", await InstalledChromium.PathAsync()),
                new("Assistant:Calling:Chromium:BundleUrl", bundle.ToString()),
                new("Assistant:Calling:Chromium:JoinTimeout", "00:01:00"),
            ])
            .Build();
        return new(new ServiceCollection().AddCalling(configuration).BuildServiceProvider());
    }

    public async Task<Ear> JoinAsync(CallAccess access) => new(await _services.GetRequiredService<ICallTransport>().JoinAsync(
        new CallInvitation(access.ConversationId, new Uri(access.RoomUrl), access.Token, "Alice", Language.En), TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>One person in one call.</summary>
    public sealed class Ear : IAsyncDisposable
    {
        // A page that sends nothing is heard as silence, with a little noise at most.
        private const short Audible = 1000;

        private readonly ICall _call;
        private readonly Task _listening;
        private int _audibleFrames;

        public Ear(ICall call)
        {
            _call = call;
            _listening = Task.WhenAll(ListenAsync(), PassEventsAsync());
        }

        /// <summary>Waits until a tenth of a second of sound, and no less, was heard after this was asked.</summary>
        public async Task HearsAsync(string what)
        {
            var before = Volatile.Read(ref _audibleFrames);
            await Eventually.HoldsAsync(() => Volatile.Read(ref _audibleFrames) >= before + 5, what);
        }

        public async ValueTask DisposeAsync()
        {
            await _call.DisposeAsync();
            await _listening;
        }

        private async Task ListenAsync()
        {
            await foreach (var frame in _call.Heard.ReadAllAsync())
            {
                if (frame.Span.ContainsAnyExceptInRange((short)-Audible, Audible)) Interlocked.Increment(ref _audibleFrames);
            }
        }

        private async Task PassEventsAsync()
        {
            await foreach (var _ in _call.Events.ReadAllAsync())
            {
                // Only read so that they do not pile up.
            }
        }
    }
}
