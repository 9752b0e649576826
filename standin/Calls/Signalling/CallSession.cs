using System.Text.Json.Nodes;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>
/// One page's session in a call. It outlives its connections: between two of them nothing is kept for it, since the
/// page gets a fresh picture when it comes back, and app messages are not replayed, as at Daily. Everything here is
/// touched inside the state's lock only.
/// </summary>
internal sealed class CallSession(StandInState state, CaptureAssignment captures) : IParticipantLink
{
    /// <summary>The id messages of the REST API come from. What Daily writes there is not documented.</summary>
    public const string Server = "server";

    public string SessionId { get; set; } = "";

    /// <summary>The connection there is now, if any.</summary>
    public SignallingSocket? Socket { get; set; }

    public DateTimeOffset? LostAt { get; set; }

    /// <summary>As the page last told: on, off or blocked, and why.</summary>
    public JsonNode Microphone { get; set; } = new JsonObject { ["state"] = "off", ["reason"] = "byUser" };

    public JsonNode? UserData { get; set; }

    /// <summary>The token's properties, for the app to read back.</summary>
    public JsonObject TokenConfig { get; init; } = [];

    public SessionFaults Faults { get; } = new();

    /// <summary>It said that it cannot take up sound; it is not asked again.</summary>
    public bool CannotCapture { get; set; }

    /// <summary>Takes over what the page says of itself.</summary>
    public void Describe(JsonObject own)
    {
        if (own["microphone"] is JsonObject microphone) Microphone = microphone.DeepClone();
        UserData = own["user_data"]?.DeepClone();
    }

    public void Send(JsonObject message) => Socket?.Send(message);

    public void Deliver(CallNotice notice) => state.Read(data =>
    {
        if (notice.Kind == "app-message" && Faults.LosesMessage()) return false;
        if (CallMessages.From(data, notice) is { } message) Send(message);
        if (notice.Kind == "ejected") Socket?.Close();
        if (notice.Kind is "recording-started" or "recording-stopped" or "participant-left") captures.Reconsider(data, data.Participants[SessionId].RoomName);
        return true;
    });
}
