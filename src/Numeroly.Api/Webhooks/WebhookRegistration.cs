using System.Security.Cryptography;
using System.Text;
using Numeroly.Daily;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Api.Webhooks;

/// <summary>Receiving Daily's webhooks.</summary>
public static class WebhookRegistration
{
    public static WebApplicationBuilder AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddDailyWebhooks(builder.Configuration.GetSection(WebhookVerification.Section))
            .Configure<WebhookAddressOptions>(builder.Configuration.GetSection(WebhookAddressOptions.Section))
            .AddOptions<WebhookVerification>().PostConfigure<DailyOptions>(SignWithKeyOfOurs);
        builder.Services
            .AddSingleton<WebhookIntake>()
            .AddSingleton<WebhookHealth>()
            .AddHostedService<WebhookKeeper>();
        return builder;
    }

    // Unless an operator chose a key, every node derives the same one from what it already shares with Daily.
    private static void SignWithKeyOfOurs(WebhookVerification verification, DailyOptions daily)
    {
        if (string.IsNullOrEmpty(verification.Hmac))
            verification.Hmac = Convert.ToBase64String(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(daily.ApiKey ?? ""), 32, info: "webhooks"u8.ToArray()));
    }
}
