using System.Reflection;
using System.Runtime.InteropServices;

namespace Numeroly.Assistant.Calling.Native.Library;

/// <summary>Finds Daily's native library and loads it, once for the whole process.</summary>
internal static class DailyLibrary
{
    public const string Name = "daily_core";

    private const string Where = "get daily-core-sdk 0.23 or later from the releases of github.com/daily-co/daily-core-sdk";

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, string?> Tried = new(StringComparer.Ordinal);
    private static string? _used;
    private static nint _handle;

    /// <summary>The library's file name on this system.</summary>
    public static string FileName =>
        OperatingSystem.IsWindows() ? "daily_core.dll" : OperatingSystem.IsMacOS() ? "libdaily_core.dylib" : "libdaily_core.so";

    /// <summary>The functions that it must have.</summary>
    public static IEnumerable<string> Exports => typeof(DailyCore)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Select(method => method.GetCustomAttribute<LibraryImportAttribute>()?.EntryPoint)
        .OfType<string>();

    /// <summary>Loads it if it is not loaded yet.</summary>
    /// <param name="named">Its path; null for the usual name beside the program.</param>
    /// <returns>Why it cannot be used, in a sentence that says what to do; null when it can.</returns>
    public static string? WhyNot(string? named)
    {
        var path = Path.GetFullPath(named ?? Path.Combine(AppContext.BaseDirectory, FileName));
        lock (Gate)
        {
            if (_used == path) return null;
            if (!File.Exists(path)) return Missing(named, path);
            if (Tried.TryGetValue(path, out var known)) return known;
            return Tried[path] = Load(path);
        }
    }

    private static string Missing(string? named, string path) => named is null
        ? $"Calls through Daily's native library need {FileName} beside the program: {Where}, or name the file with DAILY_CORE_LIBRARY."
        : $"There is no file {path}, which DAILY_CORE_LIBRARY names: {Where}.";

    private static string? Load(string path)
    {
        nint handle;
        try
        {
            handle = NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return $"Daily's native library at {path} cannot be loaded on this machine ({e.Message.ReplaceLineEndings(" ").Trim()}): {Where}, for {RuntimeInformation.RuntimeIdentifier}.";
        }

        // One that lacks something stays loaded: what it has started may not bear being unloaded.
        var lacking = Exports.FirstOrDefault(export => !NativeLibrary.TryGetExport(handle, export, out _));
        if (lacking is not null) return $"The library at {path} has no function {lacking}: it is another one or too old; {Where}.";
        if (_used is not null) return $"This process uses Daily's native library at {_used} already and cannot use {path} as well: restart it.";
        (_used, _handle) = (path, handle);
        NativeLibrary.SetDllImportResolver(typeof(DailyCore).Assembly, (name, _, _) => name == Name ? _handle : 0);
        return null;
    }
}
