namespace Numeroly.Api.Observability.Health;

/// <summary>One check per dependency.</summary>
public static class HealthRegistration
{
    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.AddStoreHealth().Services.AddSingleton<DailyHealth>();
        builder.Services.AddHealthChecks().AddCheck<DailyHealth>("daily");
        return builder;
    }

    /// <summary>Only of the stores: for a process that is not the one that Daily calls.</summary>
    public static WebApplicationBuilder AddStoreHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks()
            .AddCheck<StoreHealth>("postgres")
            .AddCheck<RedisHealth>("redis");
        return builder;
    }
}
