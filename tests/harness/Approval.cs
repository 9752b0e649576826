using System.Runtime.CompilerServices;

namespace Numeroly.Harness;

/// <summary>A shape that may change only on purpose: compared with the approved file beside the test.</summary>
public static class Approval
{
    /// <summary>The approved lines. When they differ, what was received is left beside them, to be looked at and put in their place.</summary>
    /// <param name="name">The file's name without <c>.approved</c> and extension.</param>
    public static IReadOnlyList<string> ApprovedLines(string name, string extension, IReadOnlyList<string> received, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(test)!;
        var approvedFile = Path.Combine(folder, $"{name}.approved.{extension}");
        var receivedFile = Path.Combine(folder, $"{name}.received.{extension}");
        var approved = File.Exists(approvedFile) ? File.ReadAllLines(approvedFile) : [];
        if (approved.SequenceEqual(received)) File.Delete(receivedFile);
        else File.WriteAllLines(receivedFile, received);
        return approved;
    }
}
