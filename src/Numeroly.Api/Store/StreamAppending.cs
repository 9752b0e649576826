using JasperFx.Events;
using Marten;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Store;

/// <summary>Puts what was decided at the end of a stream, with its time and where it goes back to.</summary>
internal static class StreamAppending
{
    public static void Append(this IEventStream<Conversation> stream, IDocumentSession session, Decided decided, Causes causes)
    {
        foreach (var fact in decided.Events) stream.AppendOne(session.Stamped(fact, causes, decided.At));
    }

    /// <summary>Sessions have one cause for all; where several decisions share one, each event brings its own.</summary>
    public static IEvent Stamped(this IDocumentSession session, ConversationEvent fact, Causes causes, DateTimeOffset at)
    {
        var stamped = session.Events.BuildEvent(fact);
        stamped.Id = Guid.CreateVersion7(at);
        stamped.Timestamp = at;
        stamped.CorrelationId = causes.CorrelationId;
        stamped.CausationId = causes.CausationId;
        return stamped;
    }
}
