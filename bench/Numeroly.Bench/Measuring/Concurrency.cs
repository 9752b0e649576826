namespace Numeroly.Bench.Measuring;

/// <summary>How many of several things went on at once during a stretch of time.</summary>
/// <param name="Mean">Over the time, not over the moments of change.</param>
public sealed record Concurrency(int Min, double Mean, int Max)
{
    public static Concurrency Of(IEnumerable<Interval> things, Interval window)
    {
        var changes = things
            .Where(thing => thing.To > window.From && thing.From < window.To)
            .SelectMany(thing => new[] { (At: Math.Max(thing.From, window.From), Change: 1), (At: Math.Min(thing.To, window.To), Change: -1) })
            .Prepend((At: window.From, Change: 0))
            .OrderBy(change => change.At)
            .ToList();
        int now = 0, least = int.MaxValue, most = 0;
        double sum = 0;
        for (var i = 0; i < changes.Count; i++)
        {
            now += changes[i].Change;
            var until = i + 1 < changes.Count ? changes[i + 1].At : window.To;
            if (until <= changes[i].At) continue;
            (least, most) = (Math.Min(least, now), Math.Max(most, now));
            sum += now * (double)(until - changes[i].At);
        }

        return new Concurrency(Math.Min(least, most), sum / (window.To - window.From), most);
    }
}
