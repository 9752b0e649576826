using Microsoft.Extensions.Options;

namespace Numeroly.Daily;

/// <summary>Says in whole sentences what is wrong with the settings, so that the host can print them and stop (criterion 01).</summary>
public sealed class DailyOptionsValidator : IValidateOptions<DailyOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, DailyOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>Each problem as a sentence; none when the settings are sound. No sentence holds the key.</summary>
    public static IEnumerable<string> Problems(DailyOptions options) =>
        [.. AddressProblems(options), .. PatienceProblems(options), .. LimitProblems(options)];

    private static IEnumerable<string> AddressProblems(DailyOptions options)
    {
        var url = options.ApiUrl;
        if (url is null || !url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            yield return $"The Daily API address '{url}' is not an http or https address.";
            yield break;
        }

        var isDaily = url.Host is "daily.co" || url.Host.EndsWith(".daily.co", StringComparison.OrdinalIgnoreCase);
        if (isDaily && url.Scheme != Uri.UriSchemeHttps)
            yield return $"The Daily API address '{url}' must begin with https: the key would travel in the open.";
        if (isDaily && string.IsNullOrEmpty(options.ApiKey))
            yield return $"There is no Daily API key for {url}: set DAILY_API_KEY, or DAILY_API_URL to a local stand-in.";
        if (options.ApiKey?.Any(c => c is <= ' ' or > '~') == true)
            yield return "The Daily API key holds a space or another character that no key has: look for a stray line end or quote.";
    }

    private static IEnumerable<string> PatienceProblems(DailyOptions options)
    {
        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > Longest)
            yield return $"The time for one attempt at Daily ({options.AttemptTimeout}) must be above zero and at most an hour.";
        if (options.TotalBudget < options.AttemptTimeout || options.TotalBudget > Longest)
            yield return $"The time for a whole call to Daily ({options.TotalBudget}) must be no less than one attempt ({options.AttemptTimeout}) and at most an hour.";
        if (options.Retries is < 0 or > 20)
            yield return $"The number of repetitions of a call to Daily ({options.Retries}) must be 0 to 20.";
        if (options.RetryBaseDelay < TimeSpan.Zero || options.RetryBaseDelay > Longest)
            yield return $"The pause before repeating a call to Daily ({options.RetryBaseDelay}) must be zero to an hour.";
    }

    private static IEnumerable<string> LimitProblems(DailyOptions options)
    {
        if (options.RateShare is not (> 0 and <= 1))
            yield return $"This node's share of Daily's rate limits ({options.RateShare}) must be above 0 and at most 1.";

        (string Name, DailyRateLimit Limit)[] limits =
        [
            ("calls in general", options.Limits.General),
            ("deleting rooms", options.Limits.RoomDeletion),
            ("listing recordings", options.Limits.RecordingList),
            ("starting recordings", options.Limits.RecordingStart),
        ];
        foreach (var (name, limit) in limits)
        {
            if (limit.Requests is < 1 or > 100_000 || limit.Window <= TimeSpan.Zero || limit.Window > Longest)
                yield return $"Daily's rate limit for {name} ({limit.Requests} in {limit.Window}) must be 1 to 100000 requests in a time above zero and at most an hour.";
        }
    }
}
