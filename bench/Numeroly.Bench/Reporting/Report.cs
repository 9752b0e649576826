using System.Collections.Immutable;
using Numeroly.Bench.Machine;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.Reporting;

/// <summary>All that a measurement found, with what one has to know to read it.</summary>
/// <param name="How">What exactly was done, one sentence each.</param>
public sealed record Report(string Bench, string Title, ImmutableArray<string> How, Surroundings Surroundings, IReadOnlyList<Series> Series);
