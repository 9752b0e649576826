using System.ComponentModel;
using System.Diagnostics;

namespace Numeroly.Assistant.Tests.Calling.Native;

/// <summary>Builds the stand-in for Daily's native library, in a folder that is removed when the tests end.</summary>
internal static class NativeLibraryBuild
{
    private static readonly Lazy<Task<string>> Whole = new(() => BuildAsync("libdaily_core.so", "*.c"));
    private static readonly Lazy<Task<string>> Lacking = new(() => BuildAsync("lacking.so", "checking.c"));

    /// <summary>The library with all its functions.</summary>
    public static Task<string> WholeAsync() => Whole.Value;

    /// <summary>A library that has only some of them.</summary>
    public static Task<string> LackingAsync() => Lacking.Value;

    private static async Task<string> BuildAsync(string name, string sources)
    {
        var folder = Directory.CreateTempSubdirectory("numeroly-native-call-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var library = Path.Combine(folder, name);
        var files = Directory.GetFiles(Path.Combine(Checkout(), "tests", "native-call"), sources);
        string[] options = ["-std=c11", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror", "-O1", "-g", "-shared", "-fPIC", "-fvisibility=hidden", "-o", library];
        var start = new ProcessStartInfo("cc", [.. options, .. files, "-lpthread", "-lm"]) { UseShellExecute = false, RedirectStandardError = true };
        using var compiler = Started(start);
        var complaint = await compiler.StandardError.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        return compiler.ExitCode == 0 ? library : throw new InvalidOperationException($"tests/native-call does not compile: {complaint}");
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("These tests need a C compiler named cc; on Debian, apt-get install gcc libc6-dev brings one.", e);
        }
    }

    private static string Checkout()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Numeroly.sln"))) at = at.Parent ?? throw new InvalidOperationException("The tests run outside the checkout.");
        return at.FullName;
    }
}
