namespace Numeroly.Assistant.Providers;

/// <summary>Sentences about settings that cannot be right.</summary>
internal static class SettingProblems
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static IEnumerable<string> OfAddress(string variable, Uri? address)
    {
        if (address is null) yield break;
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            yield return $"{variable} ('{address}') is not an http or https address.";
    }

    /// <summary>A header would carry anything on; a stray line end would break the request instead.</summary>
    public static IEnumerable<string> OfKey(string variable, string? key)
    {
        if (key?.Any(c => c is <= ' ' or > '~') == true)
            yield return $"{variable} holds a space or another character that no key has: look for a stray line end or quote.";
    }

    public static IEnumerable<string> OfTimeLimit(string what, TimeSpan limit)
    {
        if (limit <= TimeSpan.Zero || limit > Longest) yield return $"The time limit for {what} ({limit}) must be above zero and at most {Longest}.";
    }
}
