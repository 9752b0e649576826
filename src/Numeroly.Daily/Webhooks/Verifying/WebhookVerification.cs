using Microsoft.Extensions.Options;

namespace Numeroly.Daily.Webhooks;

/// <summary>What deliveries are checked against. Bound from <c>Daily:Webhooks</c>.</summary>
public sealed class WebhookVerification
{
    public const string Section = DailyOptions.Section + ":Webhooks";

    /// <summary>The key that the webhook signs with, base64.</summary>
    public string Hmac { get; set; } = "";

    /// <summary>The key before it, base64, while deliveries signed with it are still on their way.</summary>
    public string? PreviousHmac { get; set; }

    /// <summary>What must follow <c>Authorization: Basic</c>; null where the webhook sends none.</summary>
    public string? BasicAuth { get; set; }

    /// <summary>
    /// How old a delivery may be. Daily tries up to five times with a pause that grows to 15 minutes, about half an hour
    /// in all if it doubles, and does not say whether each try is signed anew.
    /// </summary>
    public TimeSpan PastTolerance { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>How far ahead of our clock Daily's may be.</summary>
    public TimeSpan FutureTolerance { get; set; } = TimeSpan.FromMinutes(5);
}

/// <summary>Says in whole sentences what is wrong with the settings, without repeating a key.</summary>
public sealed class WebhookVerificationValidator : IValidateOptions<WebhookVerification>
{
    public ValidateOptionsResult Validate(string? name, WebhookVerification options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static IEnumerable<string> Problems(WebhookVerification options)
    {
        if (!IsKey(options.Hmac))
            yield return "The key of Daily's webhook is missing or not base64.";
        if (!string.IsNullOrEmpty(options.PreviousHmac) && !IsKey(options.PreviousHmac))
            yield return "The previous key of Daily's webhook is not base64.";
        if (options.PastTolerance <= TimeSpan.Zero || options.FutureTolerance <= TimeSpan.Zero)
            yield return $"The tolerances for the age of a webhook ({options.PastTolerance} past, {options.FutureTolerance} future) must be above zero.";
    }

    private static bool IsKey(string text) =>
        !string.IsNullOrWhiteSpace(text) && Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length > 0;
}
