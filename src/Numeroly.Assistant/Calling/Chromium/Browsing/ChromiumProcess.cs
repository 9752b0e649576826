using System.Diagnostics;
using Numeroly.Assistant.Calling.Chromium.DevTools;

namespace Numeroly.Assistant.Calling.Chromium.Browsing;

/// <summary>
/// A running Chromium with a profile of its own, spoken to through pipes. The pipes are also what ties it to us: when this
/// process dies, however it dies, they break, and Chromium exits.
/// </summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    // Chromium reads orders from descriptor 3 and answers on 4. The shell moves our ends there, waits for the browser, and
    // removes its profile, also when we are not there any more to do that.
    private const string Script = """
        profile=$1; shift
        exec 3<&0 4>&1 </dev/null >/dev/null
        "$@" &
        exec 3<&- 4>&-
        wait $!
        rm -rf "$profile"
        """;

    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly string _profile;
    private readonly TimeProvider _time;
    private readonly LastLine _complaint;

    private ChromiumProcess(Process process, string profile, LastLine complaint, TimeProvider time)
    {
        (_process, _profile, _complaint, _time) = (process, profile, complaint, time);
        Pipe = new DevToolsPipe(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
    }

    public DevToolsPipe Pipe { get; }

    /// <summary>The last thing it complained about; for an error message.</summary>
    public string? Complaint => _complaint.Text;

    public static ChromiumProcess Start(string program, ChromiumOptions options, TimeProvider time)
    {
        var profile = ProfileFolder.Create();
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // A session of its own: who stops us by a signal to our whole group does not kill it while calls are being left.
        start.FileName = SessionLeader() ?? "/bin/sh";
        if (start.FileName != "/bin/sh") start.ArgumentList.Add("/bin/sh");
        foreach (var argument in (string[])["-c", Script, "chromium", profile, program]) start.ArgumentList.Add(argument);
        foreach (var flag in ChromiumArguments.For(options, profile, Environment.IsPrivilegedProcess)) start.ArgumentList.Add(flag);
        AddLibraries(start, program);

        var process = new Process { StartInfo = start };
        var complaint = new LastLine();
        process.ErrorDataReceived += (_, line) => complaint.Note(line.Data);
        process.Start();
        process.BeginErrorReadLine();
        return new(process, profile, complaint, time);
    }

    /// <summary>Kills it and all its children at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself a moment ago.
        }
    }

    /// <summary>Ends it: by closing its pipes, and if that does not do, by force. Its profile is gone afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        await Pipe.DisposeAsync();
        if (!await ExitedAsync())
        {
            Kill();
            await ExitedAsync();
        }

        _process.Dispose();
        await ProfileFolder.RemoveAsync(_profile, _time);
    }

    private async Task<bool> ExitedAsync()
    {
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(ClosePatience, _time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static string? SessionLeader() => ((string[])["/usr/bin/setsid", "/bin/setsid"]).FirstOrDefault(File.Exists);

    /// <summary>A Chromium that was unpacked without being installed brings the libraries it needs beside it.</summary>
    private static void AddLibraries(ProcessStartInfo start, string program)
    {
        var libraries = Path.Combine(Path.GetDirectoryName(program)!, "lib");
        if (Directory.Exists(libraries)) start.Environment["LD_LIBRARY_PATH"] = libraries;
    }

    private sealed class LastLine
    {
        public string? Text { get; private set; }

        public void Note(string? line)
        {
            if (!string.IsNullOrWhiteSpace(line)) Text = line;
        }
    }
}
