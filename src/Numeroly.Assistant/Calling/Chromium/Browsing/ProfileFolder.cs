namespace Numeroly.Assistant.Calling.Chromium.Browsing;

/// <summary>The temporary folder in which one browser keeps what it writes.</summary>
internal static class ProfileFolder
{
    public const string Prefix = "numeroly-chromium-";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private const int Attempts = 20;

    public static string Create() => Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;

    /// <summary>Removes it, as far as it is still there. A last helper process may still write into it for a moment.</summary>
    public static async Task RemoveAsync(string folder, TimeProvider time)
    {
        for (var left = Attempts; !TryRemove(folder, isLast: left == 0); left--) await Task.Delay(Pause, time);
    }

    private static bool TryRemove(string folder, bool isLast)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return !Directory.Exists(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return isLast;
        }
    }
}
