using Microsoft.Extensions.Options;

namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>Says in whole sentences what is wrong with the settings. A missing browser is no such thing: text still works then.</summary>
internal sealed class ChromiumOptionsValidator : IValidateOptions<ChromiumOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, ChromiumOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(ChromiumOptions options)
    {
        if (options.BundleUrl is { } url && (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)))
            yield return $"DAILY_CALL_BUNDLE_URL ('{url}') is not an http or https address.";
        if (options.CallsPerBrowser < 1)
            yield return $"The number of calls after which Chromium is started anew ({options.CallsPerBrowser}) must be at least 1.";
        if (options.PageMemoryMegabytes is < 32 or > 4096)
            yield return $"The memory of a call's page ({options.PageMemoryMegabytes} MB) must be 32 to 4096 MB.";

        (string What, TimeSpan Time)[] times =
        [
            ("for joining a call", options.JoinTimeout),
            ("for leaving a call", options.LeaveTimeout),
            ("that Chromium may take to answer", options.BrowserTimeout),
            ("that a call's page may be without a sign of life", options.PageTimeout),
        ];
        foreach (var (what, time) in times)
        {
            if (time <= TimeSpan.Zero || time > Longest) yield return $"The time {what} ({time}) must be above zero and at most {Longest.TotalMinutes} minutes.";
        }
    }
}
