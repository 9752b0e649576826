namespace Numeroly.Soak;

/// <summary>What the assistant's process takes, with everything that it started.</summary>
/// <param name="PrivateMegabytes">Of the process itself.</param>
/// <param name="TreeMegabytes">Of the whole tree, what is shared counted once, without programs' files, of which others may take a part.</param>
/// <param name="Renderers">Processes in which Chromium holds pages, its own windows' frames aside.</param>
internal sealed record Footprint(double PrivateMegabytes, double TreeMegabytes, int Processes, int Renderers, int Threads, int Descriptors)
{
    private const double KilobytesPerMegabyte = 1024;

    public static Footprint Of(int process)
    {
        var tree = ProcessTree.Of(process);
        return new(
            ProcessTree.Kilobytes(process, "Private_Clean", "Private_Dirty") / KilobytesPerMegabyte,
            tree.Sum(each => ProcessTree.Kilobytes(each.Id, "Pss_Anon", "Pss_Shmem")) / KilobytesPerMegabyte,
            tree.Count,
            CountRenderers(tree),
            ProcessTree.Threads(process),
            ProcessTree.Descriptors(process));
    }

    public static int RenderersOf(int process) => CountRenderers(ProcessTree.Of(process));

    private static int CountRenderers(IEnumerable<ProcessTree.Identity> tree) =>
        tree.Select(each => ProcessTree.CommandLine(each.Id)).Count(line => line.Contains("--type=renderer") && !line.Contains("--top-chrome-webui"));
}
