using Numeroly.StandIn.Tokens;

namespace Numeroly.StandIn.Calls;

/// <summary>Somebody wants in. A simulated join and a real connection ask in the same way.</summary>
/// <param name="RoomName">The room.</param>
/// <param name="Credential">What is shown at the door.</param>
/// <param name="Link">The way back to the participant.</param>
internal sealed record JoinRequest(string RoomName, Credential Credential, IParticipantLink Link)
{
    /// <summary>The name the client gives itself; a token's name goes before it.</summary>
    public string? UserName { get; init; }
}

/// <summary>What is shown at the door.</summary>
internal abstract record Credential
{
    /// <summary>Nothing: enough for a public room.</summary>
    internal sealed record Nothing : Credential;

    /// <summary>A meeting token as text, issued or self-signed.</summary>
    internal sealed record TokenText(string Text) : Credential;

    /// <summary>The control surface vouches for this person, as if a good token had been shown.</summary>
    internal sealed record VouchedFor(MeetingToken Token) : Credential;
}

/// <summary>In, or the error a client would see.</summary>
internal abstract record JoinOutcome
{
    internal sealed record Joined(Participant Participant) : JoinOutcome;

    /// <param name="Type">The error type of daily-js: no-room, exp-room, nbf-room, exp-token, nbf-token, not-allowed or meeting-full.</param>
    /// <param name="Message">A text for people.</param>
    internal sealed record Refused(string Type, string Message) : JoinOutcome;
}
