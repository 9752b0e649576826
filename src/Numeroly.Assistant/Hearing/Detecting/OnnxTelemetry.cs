using System.Runtime.InteropServices;

namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>
/// ONNX Runtime reports to its vendor how it is used, and keeps a database of what is still to be sent in the home folder. It
/// asks the C library's environment once whether it may.
/// </summary>
internal static partial class OnnxTelemetry
{
    private const string Refusal = "ORT_DISABLE_TELEMETRY";

    // Once: the C library's environment is not to be written while others read it more often than must be.
    private static readonly Lazy<bool> Refused = new(SetRefusal);

    /// <summary>Refuses it. Must come before anything else of ONNX Runtime is used.</summary>
    /// <exception cref="InvalidOperationException">The environment cannot be written.</exception>
    public static void Refuse()
    {
        if (!Refused.Value) throw new InvalidOperationException($"{Refusal} cannot be set.");
    }

    private static bool SetRefusal()
    {
        // .NET keeps an environment of its own everywhere but on Windows.
        if (!OperatingSystem.IsWindows()) return SetEnvironment(Refusal, "1", overwrite: 1) == 0;
        Environment.SetEnvironmentVariable(Refusal, "1");
        return true;
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
