using Numeroly.Assistant.Calling.Chromium.Browsing;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

/// <summary>The processes and folders that a process's browsers take, as the system sees them.</summary>
internal static class Processes
{
    /// <summary>The ids of the processes of every Chromium that this process started: their profile's name says so.</summary>
    public static IReadOnlyList<int> Chromium(int owner) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!)).Where(id => CommandLine(id).Contains(ProfileOf(owner)))];

    public static IReadOnlyList<string> Profiles(int owner) => [.. Directory.EnumerateDirectories(Path.GetTempPath(), $"{ProfileOf(owner)}*")];

    private static string ProfileOf(int owner) => $"{ProfileFolder.Prefix}{owner}-";

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }
}
