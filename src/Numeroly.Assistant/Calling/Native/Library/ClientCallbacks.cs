using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Numeroly.Assistant.Calling.Native.Library;

/// <summary>
/// Where the library's threads arrive. They copy what they bring, put it into the call's inbox, and go. The receiver is a number
/// and no address, so that one who comes after the call's end finds nobody instead of freed memory.
/// </summary>
internal static unsafe class ClientCallbacks
{
    private const uint UsualBits = 16;

    // Longer pieces are no sound of anybody: one comes every 10 ms.
    private const nuint MostSamples = 1_000_000;

    private static readonly ConcurrentDictionary<nint, ChannelWriter<Signal>> Inboxes = new();
    private static long _lastReceiver;

    /// <summary>To be handed to the library with each frame of our voice.</summary>
    public static delegate* unmanaged<nint, ulong, nuint, void> Written => &OnWritten;

    public static nint Register(ChannelWriter<Signal> inbox)
    {
        var receiver = (nint)Interlocked.Increment(ref _lastReceiver);
        Inboxes[receiver] = inbox;
        return receiver;
    }

    public static void Forget(nint receiver) => Inboxes.TryRemove(receiver, out _);

    public static ClientDelegate For(nint receiver) => new() { Receiver = receiver, OnEvent = &OnEvent, OnAudioData = &OnAudioData };

    [UnmanagedCallersOnly]
    private static void OnEvent(nint receiver, byte* json, nint length)
    {
        // Daily's own clients read up to the terminating zero and not by the length, so that is the surer one.
        if (json is not null) Put(receiver, new Signal.Event(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(json).ToArray()));
    }

    [UnmanagedCallersOnly]
    private static void OnAudioData(nint receiver, ulong rendererId, byte* peerId, AudioData* data)
    {
        if (data is null || data->Samples is null || data->BitsPerSample != UsualBits || data->Channels == 0) return;
        if (data->Channels > MostSamples || data->Frames > MostSamples / data->Channels) return;
        var samples = new ReadOnlySpan<short>(data->Samples, (int)(data->Channels * data->Frames)).ToArray();
        Put(receiver, new Signal.Sound(rendererId, (int)data->SampleRate, (int)data->Channels, samples));
    }

    [UnmanagedCallersOnly]
    private static void OnWritten(nint receiver, ulong requestId, nuint frames) => Put(receiver, new Signal.Written(requestId));

    private static void Put(nint receiver, Signal signal)
    {
        if (Inboxes.TryGetValue(receiver, out var inbox)) inbox.TryWrite(signal);
    }
}

/// <summary>What the library told about a call.</summary>
internal abstract record Signal
{
    /// <param name="Json">In UTF-8.</param>
    public sealed record Event(byte[] Json) : Signal;

    /// <param name="Samples">Of all channels in turn.</param>
    public sealed record Sound(ulong RendererId, int Rate, int Channels, short[] Samples) : Signal;

    /// <summary>A frame of our voice was said.</summary>
    public sealed record Written(ulong RequestId) : Signal;
}
