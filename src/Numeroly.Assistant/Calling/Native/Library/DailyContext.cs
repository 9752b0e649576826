using System.Runtime.InteropServices;

namespace Numeroly.Assistant.Calling.Native.Library;

/// <summary>
/// The library's one execution context, which is there while anybody holds a lease of it. Nothing of the library may be used
/// without it.
/// </summary>
internal sealed class DailyContext : IDisposable
{
    // Daily recognises its clients by these two (the SDK's own examples say to leave the name as it is).
    private const string LibraryName = "daily-core-sdk";
    private const string LibraryVersion = "0.23.0";
    private const int FewestThreads = 2;

    private static readonly Lock Gate = new();
    private static int _leases;

    // The library has no way to give it back.
    private static nint _deviceManager;
    private int _isReleased;

    private DailyContext()
    {
    }

    public static DailyContext Enter()
    {
        lock (Gate)
        {
            if (_leases == 0) Create();
            _leases++;
            return new();
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) != 0) return;
        lock (Gate)
        {
            if (--_leases == 0) DailyCore.DestroyContext();
        }
    }

    private static void Create()
    {
        DailyCore.SetLogLevel(DailyCore.LogNothing);
        if (_deviceManager == 0) _deviceManager = DailyCore.CreateDeviceManager();
        nint[] texts = [.. new[] { LibraryName, LibraryVersion, SystemName(), Environment.OSVersion.Version.ToString() }.Select(Marshal.StringToCoTaskMemUTF8)];
        var about = new AboutClient { Library = texts[0], Version = texts[1], OperatingSystem = texts[2], OperatingSystemVersion = texts[3] };

        // The texts stay: nothing says that the library copies them.
        DailyCore.CreateContext(default, DeviceCallbacks.For(_deviceManager), about, (nuint)Math.Max(FewestThreads, Environment.ProcessorCount));
    }

    private static string SystemName() => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";
}
