using Numeroly.Assistant;

namespace Numeroly.Api.Assistants;

/// <summary>Says at the start what the assistants of this process can do, and how to get what they cannot.</summary>
public sealed class AssistantAnnouncement(AssistantParts parts, ILogger<AssistantAnnouncement> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        log.LogInformation(
            "Assistants hear by {Recognisers}, think by {Replies} and speak by {Voices}",
            Names(parts.Recognisers.Names),
            Names(parts.Replies.Names),
            Names(parts.Voices.Names));
        if (parts.Transport is { } transport && await transport.WhyNotAsync(stoppingToken) is { } reason)
            log.LogWarning("Conversations are by text only. {Reason}", reason);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } all ? all : "nothing";
}
