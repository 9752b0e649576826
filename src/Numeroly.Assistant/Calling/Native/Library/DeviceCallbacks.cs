using System.Runtime.InteropServices;

namespace Numeroly.Assistant.Calling.Native.Library;

/// <summary>
/// What the library asks about the machine's devices. All of it goes back to the library's own device manager, which is also the
/// receiver; there is no audio route to choose on a server.
/// </summary>
internal static unsafe class DeviceCallbacks
{
    private static readonly nint NoDevice = Marshal.StringToCoTaskMemUTF8("");

    public static WebRtcDelegate For(nint deviceManager) => new()
    {
        Receiver = deviceManager,
        GetUserMedia = &GetUserMedia,
        GetEnumeratedDevices = &GetEnumeratedDevices,
        CreateAudioDeviceModule = &CreateAudioDeviceModule,
        GetAudioDevice = &GetAudioDevice,
        SetAudioDevice = &SetAudioDevice,
    };

    [UnmanagedCallersOnly]
    private static nint GetUserMedia(nint deviceManager, nint peerConnectionFactory, nint signaling, nint worker, nint network, nint constraints) =>
        DailyCore.GetUserMedia(deviceManager, peerConnectionFactory, signaling, worker, network, constraints);

    [UnmanagedCallersOnly]
    private static nint GetEnumeratedDevices(nint deviceManager) => DailyCore.EnumeratedDevices(deviceManager);

    [UnmanagedCallersOnly]
    private static nint CreateAudioDeviceModule(nint deviceManager, nint taskQueueFactory) => DailyCore.CreateAudioDeviceModule(deviceManager, taskQueueFactory);

    [UnmanagedCallersOnly]
    private static nint GetAudioDevice(nint deviceManager) => NoDevice;

    [UnmanagedCallersOnly]
    private static void SetAudioDevice(nint deviceManager, nint deviceId)
    {
        // A server has one route, and nobody listens to it.
    }
}
