using Numeroly.Api.Http.Describing;

namespace Numeroly.Api.Http;

/// <summary>What all routes share.</summary>
public static class HttpRegistration
{
    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddExceptionHandler<FaultAnswers>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<SealedAnswers>()
            .AddSingleton<Idempotency>()
            .AddApiDescription()
            .Configure<RateLimitOptions>(builder.Configuration.GetSection(RateLimitOptions.Section));
        return builder;
    }
}
