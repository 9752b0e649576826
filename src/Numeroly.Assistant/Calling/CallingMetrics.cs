using System.Diagnostics.Metrics;

namespace Numeroly.Assistant.Calling;

/// <summary>What metrics say about the assistant's calls.</summary>
internal sealed class CallingMetrics
{
    /// <summary>The name of the assistant's <see cref="Meter"/>.</summary>
    public const string MeterName = "Numeroly.Assistant";

    private readonly UpDownCounter<long> _pages;
    private readonly Counter<long> _restarts;
    private readonly Histogram<double> _joining;

    public CallingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _pages = meter.CreateUpDownCounter<long>("assistant.call.pages", "{page}", "Pages of calls that are open");
        _restarts = meter.CreateCounter<long>("assistant.call.browser_restarts", "{restart}", "Browsers started after the first");
        _joining = meter.CreateHistogram<double>("assistant.call.join.duration", "s", "Joining a call, from asking until being in it, by outcome");
    }

    public void PageOpened() => _pages.Add(1);

    public void PageClosed() => _pages.Add(-1);

    public void BrowserRestarted() => _restarts.Add(1);

    public void Joined(TimeSpan duration, string transport, bool succeeded) => _joining.Record(
        duration.TotalSeconds,
        new KeyValuePair<string, object?>("assistant.call.transport", transport),
        new KeyValuePair<string, object?>("assistant.call.outcome", succeeded ? "joined" : "failed"));
}
