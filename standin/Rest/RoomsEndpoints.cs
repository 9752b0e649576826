using System.Text.Json.Nodes;
using Numeroly.StandIn.Ledger;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.Rooms;

namespace Numeroly.StandIn.Rest;

/// <summary><c>/rooms</c>: create, get, update, delete, list.</summary>
internal static class RoomsEndpoints
{
    public static void MapRooms(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rooms", Create);
        api.MapGet("/rooms", (HttpContext http, RoomRegistry rooms) =>
            PageRequest.Read(http).Then(rooms.List).Answer(list => new JsonAnswer(list)));
        api.MapGet("/rooms/{name}", (string name, RoomRegistry rooms) =>
            rooms.Get(name).Answer(room => new JsonAnswer(room)));
        api.MapPost("/rooms/{name}", (string name, HttpContext http, RoomRegistry rooms, TimeProvider clock) =>
            JsonRequest.Object(http)
                .Then(body => RoomChange.Read(body, clock.GetUtcNow()))
                .Then(change => rooms.Update(name, change))
                .Answer(room => new JsonAnswer(room)));
        api.MapDelete("/rooms/{name}", (string name, RoomRegistry rooms) =>
            rooms.Delete(name).Answer(done => new JsonAnswer(done))).Within(RateBudget.RoomDeletion);
    }

    private static IResult Create(HttpContext http, RoomRegistry rooms, TimeProvider clock) =>
        JsonRequest.Object(http)
            .Then(body => NewRoom.Read(body, clock.GetUtcNow()))
            .Then(wanted =>
            {
                http.Concerns(wanted.Name);
                return rooms.Create([wanted]);
            })
            .Answer(created => new JsonAnswer(created[0]));
}

/// <summary><c>/batch/rooms</c>: many at once, all or nothing.</summary>
internal static class BatchRoomsEndpoints
{
    private const int MostRooms = 1000;

    private static readonly PropertyTable CreateBody = new() { { "rooms", Rule.ListOf(Rule.Object, MostRooms) } };
    private static readonly PropertyTable DeleteBody = new() { { "rooms", Rule.ListOf(Rule.Text(), MostRooms) } };

    public static void MapBatchRooms(this IEndpointRouteBuilder api)
    {
        api.MapPost("/batch/rooms", Create);
        api.MapDelete("/batch/rooms", (HttpContext http, RoomRegistry rooms) =>
            JsonRequest.Object(http, DeleteBody)
                .Then(body => rooms.Delete([.. Entries(body).Select(name => (string)name!)]))
                .Answer(done => new JsonAnswer(done)));
    }

    private static IResult Create(HttpContext http, RoomRegistry rooms, TimeProvider clock) =>
        JsonRequest.Object(http, CreateBody).Then(body =>
        {
            var wanted = new List<NewRoom>();
            foreach (var entry in Entries(body))
            {
                var read = NewRoom.Read(entry!.AsObject(), clock.GetUtcNow());
                if (read.Refusal is { } refusal) return refusal;
                wanted.Add(read.Value!);
            }

            return rooms.Create(wanted);
        }).Answer(created => new JsonAnswer(new JsonArray([.. created])));

    private static JsonArray Entries(JsonObject body) => body["rooms"] as JsonArray ?? [];
}
