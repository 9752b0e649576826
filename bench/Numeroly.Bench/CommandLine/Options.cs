using System.CommandLine;

namespace Numeroly.Bench.CommandLine;

/// <summary>Options that several measurements have.</summary>
internal static class Options
{
    public static Option<int> Count(string name, int usually, string description) => Bounded(name, usually, 1, description);

    public static Option<double> Seconds(string name, double usually, string description) => Bounded(name, usually, 0.1, description);

    public static Option<double> Rate(string name, double usually, string description) => Bounded(name, usually, 0.1, description);

    /// <summary>A program to measure, as it was published.</summary>
    public static Option<FileInfo> Program(string name, string description) =>
        new Option<FileInfo>(name) { Description = description, Required = true }.AcceptExistingOnly();

    private static Option<T> Bounded<T>(string name, T usually, T least, string description)
        where T : struct, IComparable<T>
    {
        var option = new Option<T>(name) { Description = description, DefaultValueFactory = _ => usually };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>().CompareTo(least) < 0) result.AddError($"{name} must be {least} or more.");
        });
        return option;
    }
}
