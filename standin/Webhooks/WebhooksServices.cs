namespace Numeroly.StandIn.Webhooks;

/// <summary>What webhooks need.</summary>
internal static class WebhooksServices
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<DeliveryLanes>();
        services.AddSingleton<DeliveryJournal>();
        services.AddSingleton<DeliveryPolicy>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<ReceiverTest>();
        services.AddHostedService<WebhookDelivery>();
    }
}
