using System.CommandLine;
using Microsoft.Extensions.Options;
using Numeroly.Api.Assistants;
using Numeroly.Api.Store;

namespace Numeroly.Api.CommandLine;

/// <summary><c>numeroly assistant</c>: attend conversations, beside any number of other such processes.</summary>
public static class AssistantCommand
{
    public static Command Create()
    {
        var conversations = new Option<int?>("--conversations") { Description = "How many at once; further ones wait for another process. Default: ASSISTANT_CONVERSATIONS, or 8." };
        var port = new Option<int>("--port") { Description = "Where its health is served, on all addresses: /health/live and /health/ready. 0 takes a free one.", DefaultValueFactory = _ => 5081 };
        conversations.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<int?>() is < 1) parsed.AddError("--conversations must be at least 1.");
        });
        var command = new Command("assistant", "Attend conversations: join their calls, listen and answer. Settings come from the environment and .env.") { conversations, port };
        command.SetAction(async (parsed, cancellation) =>
        {
            string[] settings = [$"--urls=http://*:{parsed.GetRequiredValue(port)}"];
            if (parsed.GetValue(conversations) is { } most) settings = [.. settings, $"--Assistant:MostConversations={most}"];
            await using var app = AssistantHost.Build(settings);
            app.Services.GetRequiredService<StoreDatabase>();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await app.RunAsync(cancellation);
        });
        return command;
    }
}
