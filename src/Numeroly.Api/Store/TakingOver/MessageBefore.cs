using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Store.TakingOver;

/// <summary>A message as the version before kept it.</summary>
public sealed record MessageBefore(
    Guid Id,
    Guid StreamId,
    string Type,
    string Body,
    DateTimeOffset DueAt,
    bool IsDue,
    int Attempts,
    string? LastFailure,
    Causes Causes)
{
    private const string Abandoning = "delete_room_unless_created";

    /// <summary>One of a conversation's messages; null when it is <see cref="Abandon"/>.</summary>
    public ConversationMessage? Message =>
        Type == Abandoning ? null : MessageNames.Read(Type, Body, StreamId, place: 0) with { PutOff = Attempts };

    /// <summary>What stands outside the sequence: a conversation that is perhaps being created has none yet.</summary>
    public AbandonUnlessCreated? Abandon => Type == Abandoning ? new(StreamId, RoomName()) : null;

    private string RoomName()
    {
        using var body = JsonDocument.Parse(Body);
        return body.RootElement.GetProperty(nameof(AbandonUnlessCreated.RoomName)).GetString()!;
    }
}
