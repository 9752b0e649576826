using Numeroly.Api.Http.Describing;

namespace Numeroly.Api.Http;

/// <summary>What all routes share.</summary>
public static class HttpRegistration
{
    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddExceptionHandler<FaultAnswers>()
            .AddSingleton<SealedAnswers>()
            .AddSingleton<Idempotency>()
            .AddSingleton<IProblemDetailsWriter, WolverineProblems>()
            .AddProblemDetails()
            .AddApiDescription()
            .Configure<RateLimitOptions>(builder.Configuration.GetSection(RateLimitOptions.Section));
        builder.Services.AddOptions<AppOptions>()
            .Bind(builder.Configuration.GetSection(AppOptions.Section))
            .Validate(options => options.MinimumVersion is null || AppVersions.Read(options.MinimumVersion) is not null, "APP_MINIMUM_VERSION must be a version such as 1.4.0.")
            .ValidateOnStart();
        return builder.AddCrossOrigin();
    }
}
