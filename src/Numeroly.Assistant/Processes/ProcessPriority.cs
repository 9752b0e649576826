using System.ComponentModel;
using System.Diagnostics;

namespace Numeroly.Assistant.Processes;

/// <summary>What a program that was started for us has to give way to.</summary>
internal static class ProcessPriority
{
    /// <summary>
    /// Lets the call go first where the processors are busy: sound that is not fetched in time is lost for good, while a recogniser
    /// that gets its turn late is only late.
    /// </summary>
    public static Process BehindTheCall(this Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It has ended already; whoever reads what it says finds that out.
        }

        return process;
    }
}
