using System.Runtime.InteropServices;

namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>
/// ONNX Runtime reports to its vendor how it is used, and keeps a database of what is still to be sent in the home folder. It
/// asks the C library's environment once whether it may.
/// </summary>
internal static partial class OnnxTelemetry
{
    private const string Refusal = "ORT_DISABLE_TELEMETRY";

    /// <summary>Refuses it. Must come before anything else of ONNX Runtime is used.</summary>
    public static void Refuse()
    {
        // .NET keeps an environment of its own everywhere but on Windows.
        if (OperatingSystem.IsWindows()) Environment.SetEnvironmentVariable(Refusal, "1");
        else if (SetEnvironment(Refusal, "1", overwrite: 1) != 0) throw new InvalidOperationException("The environment is full.");
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
