using Numeroly.Daily.Requests;
using Numeroly.Daily.Resilience;

namespace Numeroly.Daily.Rooms;

/// <summary>Rooms: https://docs.daily.co/reference/rest-api/rooms.</summary>
public sealed class DailyRooms
{
    private static readonly DailyOperation Create = new("rooms.create", Effect.SameWhenRepeated(
        "the room's name is given: a second room of that name is refused, and the first is then fetched"));

    private static readonly DailyOperation Get = DailyOperation.Reading("rooms.get");

    private static readonly DailyOperation Delete = new("rooms.delete", Effect.SameWhenRepeated(
        "a room that is gone stays gone, and the answer 404 says so")) { Bucket = RateBucketName.RoomDeletion };

    private readonly DailyCaller _caller;

    internal DailyRooms(DailyCaller caller) => _caller = caller;

    /// <summary>
    /// Makes the room, or finds that it is there. Daily refuses a second room of a name with the same 400 as a faulty
    /// one, so after a refusal, and after any failure that leaves open whether the room was made, Daily is asked for it.
    /// A refusal is reported only when the room is not there.
    /// </summary>
    public async Task<DailyResult<RoomReady>> CreateOrGetAsync(NewRoom room, CancellationToken cancellationToken)
    {
        PathPart name = room.Name;
        var deadline = _caller.StartClock();
        var created = await _caller.AskAsync(
            Create,
            (api, call) => api.CreateRoom(NewRoomWire.From(room), call, cancellationToken),
            wire => wire.ToRoom(),
            room.Name,
            deadline.KeepingBack(_caller.OneAttempt));
        if (created.IsSuccess)
            return new RoomReady(created.Value, FoundExisting: false);
        if (created.Failure is { Kind: not DailyFailureKind.Refused, MayHaveHappened: false })
            return created.Failure;

        var found = await GetAsync(name, deadline, cancellationToken);
        if (found.IsSuccess)
            return new RoomReady(found.Value, FoundExisting: true);
        return found.Failure.Kind == DailyFailureKind.NotFound
            ? created.Failure
            : found.Failure with { Operation = Create.Name, MayHaveHappened = true };
    }

    /// <summary>The room, or <see cref="DailyFailureKind.NotFound"/> when there is none or it has expired.</summary>
    public Task<DailyResult<Room>> GetAsync(string name, CancellationToken cancellationToken) =>
        GetAsync(name, _caller.StartClock(), cancellationToken);

    /// <summary>One page of the domain's rooms. Expired ones are left out by Daily.</summary>
    public Task<DailyResult<Page<Room>>> ListAsync(PageRequest page, CancellationToken cancellationToken) => _caller.ReadAsync(
        "rooms.list",
        (api, call) => api.ListRooms(page, call, cancellationToken),
        list => list.ToPage(page, wire => wire.ToRoom(), room => room.Id ?? room.Name));

    /// <summary>All pages, one after the other. A page that fails is given as such and is the last.</summary>
    public IAsyncEnumerable<DailyResult<Page<Room>>> ListAllAsync(CancellationToken cancellationToken) =>
        Paging.AllAsync(ListAsync, cancellationToken);

    /// <summary>Deletes the room. A room that is not there counts as deleted.</summary>
    public Task<DailyResult<Deleted>> DeleteAsync(string name, CancellationToken cancellationToken) =>
        _caller.DeleteAsync(Delete, (api, call) => api.DeleteRoom(name, call, cancellationToken), name);

    private Task<DailyResult<Room>> GetAsync(PathPart name, Deadline deadline, CancellationToken cancellationToken) =>
        _caller.AskAsync(Get, (api, call) => api.GetRoom(name, call, cancellationToken), wire => wire.ToRoom(), name.ToString(), deadline);
}
