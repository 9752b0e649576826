namespace Numeroly.Bench.Reporting;

/// <summary>Says on the error output how far things are, so that the output itself holds results only.</summary>
internal static class ProgressLine
{
    public static void Say(string line) => Console.Error.WriteLine($"  {line}");
}
