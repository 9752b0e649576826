using System.Runtime.Versioning;

namespace Numeroly.Assistant.Tests.Speaking;

/// <summary>A program that is run in espeak's place and keeps what it was given.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class EspeakStandIn : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("espeak-stand-in-").FullName;

    /// <param name="behaviour">What it does, in the language of the shell; <c>$folder</c> is its own.</param>
    public EspeakStandIn(string behaviour, byte[]? sound = null)
    {
        File.WriteAllBytes(Path.Combine(_folder, "sound"), sound ?? Sounds.Wave(Sounds.Ramp, 24_000, knowsLength: false));
        File.WriteAllText(Program, $"#!/bin/sh\nfolder='{_folder}'\nprintf '%s\\n' \"$@\" > \"$folder/arguments\"\necho $$ > \"$folder/process\"\n{behaviour}\n");
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public const string Speaks = "cat > \"$folder/text\"; cat \"$folder/sound\"";

    public string Program => Path.Combine(_folder, "espeak-ng");

    public string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    /// <summary>Whether the process it ran as is still there.</summary>
    public bool Runs => Directory.Exists($"/proc/{Read("process").Trim()}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
