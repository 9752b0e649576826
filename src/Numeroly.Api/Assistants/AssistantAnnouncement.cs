using Numeroly.Assistant;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Replying.Guiding;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Assistants;

/// <summary>Says at the start what the assistants of this process can do, and has the guide think once, so that nobody waits for its first thought.</summary>
public sealed class AssistantAnnouncement(AssistantParts parts, TimeProvider time, ILogger<AssistantAnnouncement> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        log.LogInformation(
            "Assistants think by {Replies} and speak by {Voices}", Names(parts.Replies.Names), Names(parts.Voices.Names));
        if (!parts.Replies.Names.Contains(OfflineGuide.ProviderName)) return;
        await Task.Yield();
        var today = DateOnly.FromDateTime(time.GetUtcNow().DateTime);
        foreach (var language in Enum.GetValues<Language>())
        {
            var question = new ReplyRequest(Guid.Empty, language, new Reading("A", today), today, [], ReplyOccasion.Greeting);
            await foreach (var part in new OfflineGuide().ReplyAsync(question, stoppingToken)) log.LogTrace("Warmed up by {Part}", part.GetType().Name);
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } all ? all : "nothing";
}
