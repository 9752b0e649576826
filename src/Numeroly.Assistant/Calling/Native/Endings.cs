namespace Numeroly.Assistant.Calling.Native;

/// <summary>
/// What the library's errors mean for the assistant. It gives them as sentences without a code, so what passes is told by the
/// words that speak of a connection, or of a room that is full or not open yet.
/// </summary>
internal static class Endings
{
    private static readonly string[] Passing =
        ["connect", "network", "timeout", "timed out", "unreachable", "lookup", "websocket", "signal", "dns", "transport", "full", "not yet", "nbf"];

    private static readonly string[] Final = ["eject", "expired", "not allowed", "not-allowed", "does not exist", "no-room", "deleted", "end-of-life", "meeting has ended", "token"];

    public static CallFailedException Refusal(string reason) => new($"Daily refused: {reason}", MayPass(reason));

    /// <param name="reason">Null when the call ended without one, as it does for somebody who was sent away.</param>
    public static CallEvent.Over Ending(string? reason) => new(reason ?? "Daily ended the call", reason is not null && MayPass(reason));

    private static bool MayPass(string reason) =>
        !Array.Exists(Final, word => reason.Contains(word, StringComparison.OrdinalIgnoreCase))
        && Array.Exists(Passing, word => reason.Contains(word, StringComparison.OrdinalIgnoreCase));
}
