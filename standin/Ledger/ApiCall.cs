using System.Text.Json.Serialization;

namespace Numeroly.StandIn.Ledger;

/// <summary>One call of the REST API, noted when it arrives and completed when it is answered, lost or given up.</summary>
internal sealed class ApiCall(string method, string path, string? query, DateTimeOffset at)
{
    private volatile Finish? _finish;

    public string Method => method;

    /// <summary>Without the token where a token is part of the path.</summary>
    public string Path => path;

    public string? Query => query;

    /// <summary>The room the call is about, as far as it is about one.</summary>
    public string? Room { get; set; }

    public DateTimeOffset At => at;

    /// <summary>The id of the fault applied, if any, and what it did.</summary>
    public int? FaultId { get; set; }

    public string? Fault { get; set; }

    /// <summary>Set when the connection is about to be cut on purpose.</summary>
    [JsonIgnore]
    public bool IsLost { get; set; }

    /// <summary>What the effect would have answered, when its answer was swallowed by a fault.</summary>
    public int? SwallowedStatus { get; set; }

    /// <summary>The status sent; null while the call runs and when the connection was cut instead.</summary>
    public int? Status => _finish?.Status;

    public double? DurationMs => _finish?.DurationMs;

    public void Finished(int? status, TimeSpan duration) => _finish = new(status, Math.Round(duration.TotalMilliseconds, 1));

    private sealed record Finish(int? Status, double DurationMs);
}
