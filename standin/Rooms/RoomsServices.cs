namespace Numeroly.StandIn.Rooms;

/// <summary>What rooms need.</summary>
internal static class RoomsServices
{
    public static void AddRooms(this IServiceCollection services)
    {
        services.AddSingleton<RoomRegistry>();
    }
}
