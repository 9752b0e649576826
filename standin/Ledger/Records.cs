using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Ledger;

/// <summary>A message sent into a call, and the sessions it reached.</summary>
internal sealed record AppMessage(string Room, JsonNode? Data, string To, IReadOnlyList<string> Reached, DateTimeOffset At)
{
    /// <summary>The session that sent it; null: the backend.</summary>
    public string? From { get; init; }
}

/// <summary>An eject the backend asked for, and whom it met.</summary>
internal sealed record Ejection(
    string Room, IReadOnlyList<string> Ids, IReadOnlyList<string> UserIds, bool Ban, IReadOnlyList<string> EjectedIds, DateTimeOffset At);

/// <summary>A delete of a room that was not there to delete.</summary>
internal sealed record RefusedDelete(string Room, string Reason, DateTimeOffset At);
