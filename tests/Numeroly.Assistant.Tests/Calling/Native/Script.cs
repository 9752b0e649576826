using System.Runtime.InteropServices;

namespace Numeroly.Assistant.Tests.Calling.Native;

/// <summary>What the stand-in for Daily's native library has for tests: who does what in a room, and what it has noticed.</summary>
internal static class Script
{
    private const string Library = "native_call";

    private static readonly Lock Gate = new();
    private static nint _handle;

    /// <summary>What the library counts.</summary>
    public enum Kind
    {
        Context,
        Client,
        Source,
        Track,
        Text,
    }

    public static void Use(string path)
    {
        lock (Gate)
        {
            if (_handle != 0) return;
            _handle = NativeLibrary.Load(path);
            NativeLibrary.SetDllImportResolver(typeof(Script).Assembly, (name, _, _) => name == Library ? _handle : 0);
        }
    }

    /// <summary>What was wrong with how the library was called, since this was asked last.</summary>
    public static string Mistakes() => Owned(native_call_mistakes());

    /// <summary>How many of a kind it has given out and not got back.</summary>
    public static int Alive(Kind kind) => native_call_alive((int)kind);

    /// <summary>How many of a kind it ever gave out.</summary>
    public static int Ever(Kind kind) => native_call_ever((int)kind);

    public static void PersonJoins(Uri room, string id, string userId, bool isMicrophoneOpen) => native_call_person_joins(room.ToString(), id, userId, isMicrophoneOpen ? 1 : 0);

    public static void PersonTurnsMicrophone(Uri room, bool isOpen) => native_call_person_turns_microphone(room.ToString(), isOpen ? 1 : 0);

    /// <param name="rate">Zero for the one that was asked for.</param>
    public static void PersonSpeaks(Uri room, double hertz, TimeSpan duration, int rate = 0, int channels = 1) =>
        native_call_person_speaks(room.ToString(), hertz, (int)duration.TotalMilliseconds, rate, channels);

    public static void PersonLeaves(Uri room) => native_call_person_leaves(room.ToString());

    public static void Tells(Uri room, string happened) => native_call_tells(room.ToString(), happened);

    public static void Ends(Uri room, string? error) => native_call_ends(room.ToString(), error);

    public static void Refuses(Uri room, string reason) => native_call_refuses(room.ToString(), reason);

    public static void RefusesTranscription(Uri room, string reason) => native_call_refuses_transcription(room.ToString(), reason);

    public static void NeverAnswersJoins(Uri room) => native_call_holds(room.ToString());

    public static bool HasClient(Uri room) => native_call_has_client(room.ToString()) != 0;

    /// <summary>What our voice has said in the room, at 24 kHz, pauses left out.</summary>
    public static short[] Said(Uri room)
    {
        var samples = new short[24_000 * 60];
        return samples[..native_call_said(room.ToString(), samples, samples.Length)];
    }

    /// <summary>What the client did there: token, user_name, transcription, transcriptions, received.</summary>
    public static string Note(Uri room, string what) => Owned(native_call_note(room.ToString(), what));

    private static string Owned(nint text)
    {
        var copy = Marshal.PtrToStringUTF8(text)!;
        native_call_free(text);
        return copy;
    }

    [DllImport(Library)]
    private static extern nint native_call_mistakes();

    [DllImport(Library)]
    private static extern void native_call_free(nint text);

    [DllImport(Library)]
    private static extern int native_call_alive(int kind);

    [DllImport(Library)]
    private static extern int native_call_ever(int kind);

    [DllImport(Library)]
    private static extern void native_call_person_joins(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string url,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string id,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string userId,
        int isMicrophoneOpen);

    [DllImport(Library)]
    private static extern void native_call_person_turns_microphone([MarshalAs(UnmanagedType.LPUTF8Str)] string url, int isOpen);

    [DllImport(Library)]
    private static extern void native_call_person_speaks([MarshalAs(UnmanagedType.LPUTF8Str)] string url, double hertz, int milliseconds, int rate, int channels);

    [DllImport(Library)]
    private static extern void native_call_person_leaves([MarshalAs(UnmanagedType.LPUTF8Str)] string url);

    [DllImport(Library)]
    private static extern void native_call_tells([MarshalAs(UnmanagedType.LPUTF8Str)] string url, [MarshalAs(UnmanagedType.LPUTF8Str)] string happened);

    [DllImport(Library)]
    private static extern void native_call_ends([MarshalAs(UnmanagedType.LPUTF8Str)] string url, [MarshalAs(UnmanagedType.LPUTF8Str)] string? error);

    [DllImport(Library)]
    private static extern void native_call_refuses([MarshalAs(UnmanagedType.LPUTF8Str)] string url, [MarshalAs(UnmanagedType.LPUTF8Str)] string reason);

    [DllImport(Library)]
    private static extern void native_call_refuses_transcription([MarshalAs(UnmanagedType.LPUTF8Str)] string url, [MarshalAs(UnmanagedType.LPUTF8Str)] string reason);

    [DllImport(Library)]
    private static extern void native_call_holds([MarshalAs(UnmanagedType.LPUTF8Str)] string url);

    [DllImport(Library)]
    private static extern int native_call_has_client([MarshalAs(UnmanagedType.LPUTF8Str)] string url);

    [DllImport(Library)]
    private static extern int native_call_said([MarshalAs(UnmanagedType.LPUTF8Str)] string url, [Out] short[] into, int most);

    [DllImport(Library)]
    private static extern nint native_call_note([MarshalAs(UnmanagedType.LPUTF8Str)] string url, [MarshalAs(UnmanagedType.LPUTF8Str)] string what);
}
