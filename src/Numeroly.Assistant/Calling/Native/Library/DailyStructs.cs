using System.Runtime.InteropServices;

namespace Numeroly.Assistant.Calling.Native.Library;

/// <summary>The library's <c>DailyContextDelegate</c>: a receiver that nothing is sent to.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ContextDelegate
{
    public nint Receiver;
}

/// <summary>The library's <c>DailyWebRtcContextDelegate</c>: what it asks of the machine's devices, in the order of its header.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct WebRtcDelegate
{
    public nint Receiver;
    public delegate* unmanaged<nint, nint, nint, nint, nint, nint, nint> GetUserMedia;
    public nint GetDisplayMedia;
    public delegate* unmanaged<nint, nint> GetEnumeratedDevices;
    public delegate* unmanaged<nint, nint, nint> CreateAudioDeviceModule;
    public nint CreateVideoDecoderFactory;
    public nint CreateVideoEncoderFactory;
    public nint CreateAudioDecoderFactory;
    public nint CreateAudioEncoderFactory;
    public delegate* unmanaged<nint, nint> GetAudioDevice;
    public delegate* unmanaged<nint, nint, void> SetAudioDevice;
    public nint GetIgnoredNetworkDevices;
}

/// <summary>The library's <c>DailyAboutClient</c>: who joins, in UTF-8.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AboutClient
{
    public nint Library;
    public nint Version;
    public nint OperatingSystem;
    public nint OperatingSystemVersion;
    public nint AppPackageName;
}

/// <summary>The library's <c>DailyCallClientDelegate</c>: to whom a client tells what happens.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ClientDelegate
{
    public nint Receiver;
    public delegate* unmanaged<nint, byte*, nint, void> OnEvent;
    public delegate* unmanaged<nint, ulong, byte*, AudioData*, void> OnAudioData;
    public nint OnVideoFrame;
}

/// <summary>The library's <c>DailyAudioData</c>: a piece of somebody's sound, ours only while we are told of it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct AudioData
{
    public uint BitsPerSample;
    public uint SampleRate;
    public nuint Channels;
    public nuint Frames;
    public byte* Samples;
}
