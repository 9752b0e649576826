namespace Numeroly.Daily;

/// <summary>The names under which calls to Daily appear in traces and metrics.</summary>
public static class DailyDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Name = "Numeroly.Daily";
}
