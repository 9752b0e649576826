using System.Text.RegularExpressions;

namespace Numeroly.StandIn.Faults;

/// <summary>Where along a call its answer gets lost.</summary>
internal enum LostAnswer
{
    /// <summary>The connection is cut before anything took effect.</summary>
    Before,

    /// <summary>The call takes effect, then the connection is cut: what a client sees of a Daily that did its work.</summary>
    After,
}

/// <summary>What to do to calls that match, how often, and how often it was done.</summary>
internal sealed record Fault
{
    private Regex? _pattern;

    public required int Id { get; init; }

    /// <summary>Null matches every method.</summary>
    public string? Method { get; init; }

    public required string Path { get; init; }

    public int? Status { get; init; }

    public string? Error { get; init; }

    public string? Info { get; init; }

    public int? RetryAfter { get; init; }

    public int DelayMs { get; init; }

    public LostAnswer? Lost { get; init; }

    public bool Hang { get; init; }

    /// <summary>How many calls it strikes; null strikes until the fault is removed.</summary>
    public int? Times { get; init; }

    /// <summary>How many matching calls it lets through first.</summary>
    public int Skip { get; init; }

    public int Seen { get; private set; }

    public int Applied { get; private set; }

    public bool Exhausted => Applied >= Times;

    public bool Matches(string method, string path) =>
        (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase)) && (_pattern ??= Glob(Path)).IsMatch(path);

    /// <summary>Counts a matching call; true if this one is struck.</summary>
    public bool Strikes()
    {
        if (++Seen <= Skip) return false;
        Applied++;
        return true;
    }

    public string Describe() => string.Join(", ", new[]
    {
        DelayMs > 0 ? $"delayed {DelayMs} ms" : null,
        Lost is { } lost ? $"lost {lost.ToString().ToLowerInvariant()} the effect" : null,
        Hang ? "hung" : null,
        Status is { } status ? $"answered {status}" : null,
    }.OfType<string>());

    private static Regex Glob(string path) => new(
        $"^{Regex.Escape(path).Replace("""\*\*""", ".*").Replace("""\*""", "[^/]*")}$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
}
