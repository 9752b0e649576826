namespace Numeroly.Events.Conversations;

/// <summary>Whom a numerology reading is about. Either part may be missing; the assistant asks for what it needs.</summary>
public sealed record Reading(string? Name, DateOnly? BirthDate);
