using System.Text.Json;
using Numeroly.Api.Configuring;
using Numeroly.Api.Conversations;
using Numeroly.Api.Observability;
using Numeroly.Api.Observability.Health;

namespace Numeroly.Api.Assistants;

/// <summary>Puts an assistant's process together: the store, Daily, and the assistants. It serves nothing but its health.</summary>
public static class AssistantHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddVariables();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        builder.AddLogs().AddTelemetry("numeroly-assistant").AddConversationStore(handlesMessages: false).AddStoreHealth();
        builder.Services.AddAssistants(builder.Configuration);

        var app = builder.Build();
        HealthRoutes.Map(app);
        return app;
    }
}
