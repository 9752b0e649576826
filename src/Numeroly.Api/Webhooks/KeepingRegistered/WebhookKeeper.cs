using Microsoft.Extensions.Options;
using Numeroly.Api.Store;
using Numeroly.Daily;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Api.Webhooks;

/// <summary>Our own address, as Daily reaches it.</summary>
public sealed class WebhookAddressOptions
{
    public const string Section = "Webhooks";

    /// <summary>Public address of this API; null when it has none.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>How often to look whether Daily still delivers.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>
/// Makes sure that Daily's webhook is registered, active and of the kind that repeats, and arms it again when Daily has
/// switched it off. Without a public address there is none: then the reconciler finds out everything, only later.
/// </summary>
public sealed class WebhookKeeper(
    DailyClient daily,
    IOptions<WebhookAddressOptions> options,
    IOptions<WebhookVerification> verification,
    WebhookHealth health,
    StoreReadiness ready,
    IHostApplicationLifetime lifetime,
    ILogger<WebhookKeeper> log) : BackgroundService
{
    private static readonly string[] EventTypes =
    [
        "meeting.started", "meeting.ended", "participant.joined", "participant.left",
        "recording.started", "recording.ready-to-download", "recording.error",
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.PublicUrl is not { } publicUrl)
        {
            health.Report(WebhookState.NoAddress, "PUBLIC_URL is not set");
            log.LogWarning("PUBLIC_URL is not set, so Daily cannot call us. Joins, leaves and recordings are found by asking Daily instead, some seconds later.");
            return;
        }

        // Daily tests the address while it registers it, so it must be listening, and able to keep what it is told.
        if (!await ListeningAsync(stoppingToken) || !await ready.WaitAsync(stoppingToken)) return;
        var wanted = new WebhookSettings(new Uri(publicUrl, ReceiveDailyWebhookEndpoint.Path), EventTypes)
        {
            Hmac = new Secret(verification.Value.Hmac),
            BasicAuth = verification.Value.BasicAuth is { Length: > 0 } basic ? new Secret(basic) : null,
        };
        while (!stoppingToken.IsCancellationRequested)
        {
            await KeepAsync(wanted, stoppingToken);
            var pause = health.State == WebhookState.Active ? options.Value.CheckEvery : options.Value.CheckEvery / 10;
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> ListeningAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(() => listening.TrySetResult(true));
        await using var stopped = stoppingToken.Register(() => listening.TrySetResult(false));
        return await listening.Task;
    }

    private async Task KeepAsync(WebhookSettings wanted, CancellationToken cancellation)
    {
        try
        {
            var existing = await daily.Webhooks.ListAsync(cancellation);
            if (!existing.IsSuccess)
            {
                health.Report(WebhookState.Unknown, existing.Failure.Kind.ToString());
                return;
            }

            switch (WebhookUpkeep.Decide(existing.Value, wanted))
            {
                case WebhookUpkeep.Create:
                    Report(await daily.Webhooks.CreateAsync(wanted, cancellation), "registered");
                    break;
                case WebhookUpkeep.Update update:
                    Report(await daily.Webhooks.UpdateAsync(update.Uuid, wanted, cancellation), $"set right ({string.Join(", ", update.Why)})");
                    break;
                default:
                    health.Report(WebhookState.Active, null);
                    break;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            log.LogDebug("Stopped looking after the webhook");
        }
    }

    private void Report(DailyResult<Webhook> result, string what)
    {
        if (result.IsSuccess) log.LogInformation("Daily's webhook was {What}", what);
        else log.LogError("Daily's webhook could not be {What}: {Failure} {Info}", what, result.Failure.Kind, result.Failure.Info);
        health.Report(result.IsSuccess ? WebhookState.Active : WebhookState.Broken, result.Failure?.Info);
    }
}
