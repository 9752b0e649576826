namespace Numeroly.Engines;

/// <summary>What became of the committed events with somebody who follows them.</summary>
public sealed record Account(int Missed, int Twice, int OutOfOrder)
{
    public static Account Of(IReadOnlyCollection<long> committed, IReadOnlyList<long> got) => new(
        committed.Except(got).Count(),
        got.Count - got.Distinct().Count(),
        got.Zip(got.Skip(1)).Count(pair => pair.Second < pair.First));
}
