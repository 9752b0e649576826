using System.Diagnostics;

namespace Numeroly.Assistant.Tests.Calling.Chromium;

/// <summary>The Chromium that tests use: the one CHROMIUM names, an installed one, or the one among the npm packages.</summary>
internal static class InstalledChromium
{
    private static readonly Lazy<Task<string>> Found = new(FindAsync);

    public static Task<string> PathAsync() => Found.Value;

    private static async Task<string> FindAsync()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Checkout(), "tests", "browser", "src", "print-chromium.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var complaint = node.StandardError.ReadToEndAsync();
        var path = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? path : throw new InvalidOperationException($"These tests need a Chromium; npm ci brings one. {await complaint}");
    }

    private static string Checkout()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Numeroly.sln"))) at = at.Parent ?? throw new InvalidOperationException("The tests run outside the checkout.");
        return at.FullName;
    }
}
