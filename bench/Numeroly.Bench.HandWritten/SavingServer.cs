using System.Text.Json;

namespace Numeroly.Bench.HandWritten;

/// <summary>The same routes as the API's, with nothing around them: no account, no checks, no limits.</summary>
internal static class SavingServer
{
    public static WebApplication Build(ISaving saving)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        var app = builder.Build();
        app.MapGet("/health/ready", () => TypedResults.Ok());
        app.MapPost("/conversations", async () => TypedResults.Created((string?)null, new NewConversation(await saving.CreateAsync())));
        app.MapPost("/conversations/{conversationId:guid}/messages", async (Guid conversationId, Message message) =>
        {
            var version = await saving.SaveAsync(conversationId, message);
            var saved = new SavedMessage(message.MessageId, version, message.Speaker, message.Text, TimeProvider.System.GetUtcNow());
            return TypedResults.Created((string?)null, saved);
        });
        return app;
    }
}
