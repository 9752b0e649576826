namespace Numeroly.Api.Observability.Health;

/// <summary>One check per dependency.</summary>
public static class HealthRegistration
{
    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DailyHealth>();
        builder.Services.AddHealthChecks()
            .AddCheck<StoreHealth>("postgres")
            .AddCheck<RedisHealth>("redis")
            .AddCheck<DailyHealth>("daily");
        return builder;
    }
}
