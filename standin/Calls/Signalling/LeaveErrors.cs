namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>What a page whose session was ended for it is told: daily-js's error type and a text for people.</summary>
internal static class LeaveErrors
{
    public static (string ErrorType, string Message) Of(LeaveReason? reason, string? errorType) => reason switch
    {
        LeaveReason.TimeUp when errorType is "exp-room" => ("exp-room", "Exiting meeting because room expired"),
        LeaveReason.TimeUp when errorType is "exp-token" => ("exp-token", "Exiting meeting because token expired"),
        LeaveReason.TimeUp => ("ejected", "The time allowed in this meeting is over"),
        LeaveReason.Replaced => ("ejected", "The same user joined the meeting again"),
        LeaveReason.Ejected => ("ejected", "Ejected from the meeting"),
        _ => ("connection-error", "The session ended while the connection was lost"),
    };
}
