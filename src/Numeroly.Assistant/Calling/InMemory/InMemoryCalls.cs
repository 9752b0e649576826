using System.Collections.Concurrent;

namespace Numeroly.Assistant.Calling.InMemory;

/// <summary>
/// Calls inside this process, for tests and measurements: rooms by their address, each with a person whom the test plays.
/// Time passes as <paramref name="time"/> says, so that speech is played only while the clock goes on.
/// </summary>
public sealed class InMemoryCalls(TimeProvider time) : ICallTransport
{
    private readonly ConcurrentDictionary<Uri, InMemoryRoom> _rooms = new();

    public string Name => "memory";

    /// <summary>What <see cref="WhyNotAsync"/> answers.</summary>
    public string? WhyNot { get; set; }

    /// <summary>The room at an address; it is there from the first time somebody asks for it.</summary>
    public InMemoryRoom Room(Uri address) => _rooms.GetOrAdd(address, static (_, time) => new InMemoryRoom(time), time);

    public ValueTask<string?> WhyNotAsync(CancellationToken cancellation) => new(WhyNot);

    public Task<ICall> JoinAsync(CallInvitation invitation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Room(invitation.RoomUrl).Admit(invitation));
    }
}
