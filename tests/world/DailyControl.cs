using System.Net.Http.Json;
using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.StandIn;

namespace Numeroly.World;

/// <summary>The stand-in's control surface: who joins and leaves, what breaks, and what Daily saw of us.</summary>
public sealed class DailyControl(StandInServer server) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public StandInServer Server => server;

    public Uri Address => server.BaseUrl;

    public async Task<Ledger> LedgerAsync(Guid? conversation = null) =>
        (await server.Control.GetFromJsonAsync<Ledger>(conversation is { } id ? $"/standin/ledger?room={Rooms.NameOf(id)}" : "/standin/ledger", Json))!;

    /// <summary>Someone joins with a meeting token. Gives the session's id.</summary>
    public async Task<string> JoinAsync(Guid conversation, string token) => await JoinAsync(conversation, new { token });

    public async Task<string> JoinAsync(Guid conversation, object who)
    {
        var answer = await server.Control.PostAsJsonAsync($"/standin/rooms/{Rooms.NameOf(conversation)}/participants", who);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("session_id").GetString()!;
    }

    public async Task LeaveAsync(Guid conversation, string session) =>
        (await server.Control.DeleteAsync($"/standin/rooms/{Rooms.NameOf(conversation)}/participants/{session}")).EnsureSuccessStatusCode();

    public async Task BreakAsync(object fault)
    {
        var answer = await server.Control.PostAsJsonAsync("/standin/faults", fault);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    public async Task MendAsync() => (await server.Control.DeleteAsync("/standin/faults")).EnsureSuccessStatusCode();

    public async Task WebhookPolicyAsync(object policy)
    {
        var answer = await server.Control.PostAsJsonAsync("/standin/webhooks/policy", policy);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    public async Task SendWebhookAsync(object webhook)
    {
        var answer = await server.Control.PostAsJsonAsync("/standin/webhooks/send", webhook);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public sealed record Ledger(
        Counts Summary,
        IReadOnlyList<RoomRow> Rooms,
        IReadOnlyList<TokenRow> Tokens,
        IReadOnlyList<ParticipantRow> Participants,
        IReadOnlyList<RecordingRow> Recordings,
        IReadOnlyList<AppMessageRow> AppMessages,
        IReadOnlyList<EjectRow> Ejects,
        IReadOnlyList<DeliveryRow> WebhookDeliveries,
        IReadOnlyList<CallRow> Calls);

    public sealed record Counts(int RoomsCreated, int RoomsOpen, int RoomsDeleted, int RoomsDeletedMoreThanOnce);

    public sealed record RoomRow(string Name, DateTimeOffset? DeletedAt, int DeletesWithEffect);

    public sealed record TokenRow(string Room, string UserId, DateTimeOffset Exp);

    public sealed record ParticipantRow(string SessionId, string Room, string UserId, DateTimeOffset? LeftAt, string? Reason);

    public sealed record RecordingRow(string Id, string Room, string InstanceId, string Status, double? DurationSeconds);

    public sealed record AppMessageRow(string Room, JsonElement Data, IReadOnlyList<string> Reached);

    public sealed record EjectRow(string Room, IReadOnlyList<string> EjectedIds);

    public sealed record DeliveryRow(string? EventId, string Type, string Outcome, int? Status);

    public sealed record CallRow(string Method, string Path, int? Status, string? Fault);
}
