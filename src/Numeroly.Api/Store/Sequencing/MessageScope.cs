using Numeroly.Events.Conversations;
using Wolverine;

namespace Numeroly.Api.Store.Sequencing;

/// <summary>Puts a message's ids on every line that is logged while it is handled.</summary>
public static class MessageScope
{
    public static OpenScope Before(ConversationMessage message, Envelope envelope, ILogger<Step> log) => new(log.BeginScope(
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ConversationId"] = message.ConversationId,
            ["CorrelationId"] = envelope.CorrelationId,
            ["CausationId"] = envelope.Id.ToString(),
            ["MessageType"] = message.GetType().Name,
        }));

    public static void Finally(OpenScope scope) => scope.Ids?.Dispose();
}

/// <summary>The ids that are on each line until it is closed.</summary>
public sealed record OpenScope(IDisposable? Ids);
