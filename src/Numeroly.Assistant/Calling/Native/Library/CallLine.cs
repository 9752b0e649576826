using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Numeroly.Assistant.Calling.Native.Library;

/// <summary>All that one call holds of the library: a client, and a track for our voice with the source it is fed from.</summary>
internal sealed class CallLine : IDisposable
{
    private readonly DailyContext _context;

    private CallLine(DailyContext context, nint receiver) => (_context, Receiver) = (context, receiver);

    /// <summary>Whom the library is to tell things to.</summary>
    public nint Receiver { get; }

    public ClientHandle Client { get; private set; } = new();

    public AudioSourceHandle Source { get; private set; } = new();

    public AudioTrackHandle Track { get; private set; } = new();

    public string TrackId { get; private set; } = "";

    /// <exception cref="CallFailedException">The library refused.</exception>
    public static CallLine Open(ChannelWriter<Signal> inbox)
    {
        var line = new CallLine(DailyContext.Enter(), ClientCallbacks.Register(inbox));
        try
        {
            line.Create();
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <summary>Gives everything back, in the order that the library bears: nothing of it is in use after the client is gone.</summary>
    public void Dispose()
    {
        Client.Dispose();
        Track.Dispose();
        Source.Dispose();
        ClientCallbacks.Forget(Receiver);
        _context.Dispose();
    }

    private void Create()
    {
        Client = Made(DailyCore.CreateClient(), "call client");
        DailyCore.SetDelegate(Client, ClientCallbacks.For(Receiver));
        Source = Made(DailyCore.CreateAudioSource(SpeechFormat.SpokenRate, 1), "source for the voice");
        Track = Made(DailyCore.CreateAudioTrack(Source), "track for the voice");
        var id = DailyCore.AudioTrackId(Track);
        TrackId = Marshal.PtrToStringUTF8(id) ?? throw new CallFailedException("Daily's native library named no track for the voice.", mayHelp: true);
        DailyCore.FreeString(id);
    }

    private static T Made<T>(T handle, string what)
        where T : SafeHandle =>
        handle.IsInvalid ? throw new CallFailedException($"Daily's native library gave no {what}.", mayHelp: true) : handle;
}
