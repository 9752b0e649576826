using System.ComponentModel;
using System.Diagnostics;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Hearing.Local;

/// <summary>A recogniser's program on this machine.</summary>
internal static class RecogniserProcess
{
    /// <param name="complaint">What to say where the program is not there.</param>
    /// <exception cref="ProviderException">The program could not be started.</exception>
    public static Process Start(ProcessStartInfo start, string complaint)
    {
        try
        {
            var process = Process.Start(start)!;
            YieldToTheCall(process);
            return process;
        }
        catch (Win32Exception failure)
        {
            throw new ProviderException(ProviderFailure.Missing, complaint, failure);
        }
    }

    // The call goes first where the processors are busy: sound that is not fetched in time is lost for good, while a recogniser
    // that gets its turn late is only late.
    private static void YieldToTheCall(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It has ended already; whoever reads what it says finds that out.
        }
    }
}
