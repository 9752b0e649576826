using Microsoft.Win32.SafeHandles;

namespace Numeroly.Assistant.Calling.Native.Library;

/// <summary>
/// A call client of the library. As a safe handle it is destroyed only after every call into the library that uses it has
/// returned, and a use after that is an exception instead of a crash. So with the two below.
/// </summary>
internal sealed class ClientHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        DailyCore.DestroyClient(handle);
        return true;
    }
}

/// <summary>Where our voice is written.</summary>
internal sealed class AudioSourceHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        DailyCore.ReleaseTrack(handle);
        return true;
    }
}

/// <summary>The track that carries our voice. Destroying it still leaves a reference that is ours.</summary>
internal sealed class AudioTrackHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        DailyCore.DestroyAudioTrack(handle);
        DailyCore.ReleaseTrack(handle);
        return true;
    }
}
