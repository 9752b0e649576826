using System.Diagnostics;

namespace Numeroly.Assistant.Processes;

/// <summary>The end of a program that was started for us.</summary>
internal static class ProcessEnding
{
    /// <summary>
    /// Ends it, with all that it started, if it has not ended by itself, and closes the pipes to it. <see cref="Process.Dispose"/>
    /// alone leaves every pipe open that was read or written here, until the garbage is collected.
    /// </summary>
    /// <param name="errorsByEvents">Its errors are read by <see cref="Process.BeginErrorReadLine"/>, whose pipe is closed with the process.</param>
    public static void End(this Process process, bool errorsByEvents = false)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        var start = process.StartInfo;
        if (start.RedirectStandardInput) process.StandardInput.BaseStream.Dispose();
        if (start.RedirectStandardOutput) process.StandardOutput.BaseStream.Dispose();
        if (start.RedirectStandardError && !errorsByEvents) process.StandardError.BaseStream.Dispose();
        process.Dispose();
    }
}
