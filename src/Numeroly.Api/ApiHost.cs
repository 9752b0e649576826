using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Numeroly.Api.Analytics;
using Numeroly.Api.Assistants;
using Numeroly.Api.Configuring;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Numbers;
using Numeroly.Api.Observability;
using Numeroly.Api.Observability.Health;
using Numeroly.Api.Store;
using Numeroly.Api.Webhooks;
using Wolverine.Http;

namespace Numeroly.Api;

/// <summary>Puts the API together: what each capability registers, and the order in which a request passes through.</summary>
public static class ApiHost
{
    // The build starts the program only to ask it for its API description; there are no servers then.
    internal static bool IsBeingDescribed => Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    /// <summary>Looks at all settings before anything starts, so that what is missing is said in a sentence.</summary>
    /// <exception cref="SettingMissingException">A setting is missing without which it cannot run.</exception>
    /// <exception cref="OptionsValidationException">A setting is missing or unsound.</exception>
    public static void CheckSettings(WebApplication app)
    {
        if (IsBeingDescribed) return;
        app.Services.GetRequiredService<StoreDatabase>();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
    }

    public static WebApplication Build(string[] args)
    {
        var app = CreateBuilder(args).Build();
        Use(app);
        return app;
    }

    /// <summary>What each capability registers.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddVariables();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.BodyBytes;
        });
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });
        builder.AddLogs().AddTelemetry("numeroly-api").AddIdentity().AddConversations().AddWebhooks().AddHttp().AddHealth();
        builder.Services.AddSingleton<TurnStatistics>();
        if (AssistingRegistration.Place(builder.Configuration, builder.Environment) == "inside") builder.Services.AddAssistants(builder.Configuration);
        builder.Services.AddWolverineHttp();
        if (IsBeingDescribed) builder.Services.RemoveAll<IHostedService>().RemoveAll<IStartupValidator>();
        return builder;
    }

    /// <summary>What a request passes through, and where it may go.</summary>
    public static void Use(WebApplication app)
    {
        app.UseRouting();
        app.UseMiddleware<CorrelationMiddleware>();
        app.UseExceptionHandler(_ => { }); // FaultAnswers handles everything.
        app.UseStatusCodePages(context => StatusProblems.AnswerAsync(context.HttpContext));
        app.UseCors();
        app.UseMiddleware<AppVersions>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<RateLimiting>();
        app.UseMiddleware<StoreGate>();
        app.UseMiddleware<IdempotentRequests>();
        app.MapOpenApi().AllowAnonymous();
        HealthRoutes.Map(app);
        ConversationsModule.Map(app);
        GetNumbersRoute.Map(app);
        GetConversationNumbersRoute.Map(app);
        MeasureTurnsRoute.Map(app);
        DevelopmentTokenRoute.Map(app);
        app.MapWolverineEndpoints(options =>
        {
            options.RejectUnparseableQueryValues = true;
            options.RejectUnparseableHeaderValues = true;
            options.AddMiddleware(typeof(CallerMiddleware), chain => chain.Method.Method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Caller)));
        });
    }
}
