using System.Runtime.CompilerServices;
using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.GettingHistory;

public class Telling_events
{
    // Each with the reason why nobody is told of it.
    private static readonly Dictionary<Type, string> ToldToNobody = new() { [typeof(RoomAbandoned)] = "a conversation that never came to be is nobody's" };

    [Fact]
    public void Every_stored_event_has_a_public_shape_of_its_own_or_is_told_to_nobody_on_purpose()
    {
        var facts = typeof(ConversationEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ConversationEvent))).ToList();

        foreach (var fact in facts.Except(ToldToNobody.Keys)) View(fact).ShouldNotBeNull(fact.Name);
        foreach (var fact in ToldToNobody.Keys) View(fact).ShouldBeNull(fact.Name);
        facts.Except(ToldToNobody.Keys).Select(fact => View(fact)!.Type).ShouldBe(
            typeof(EventView).GetNestedTypes().Select(shape => JsonNamingPolicy.SnakeCaseLower.ConvertName(shape.Name)), ignoreOrder: true);
    }

    [Fact]
    public void What_is_told_says_first_of_what_type_it_is_and_names_everything_as_the_API_does()
    {
        var view = EventView.From(Stored(new MessageSaved(Guid.Empty, Speaker.Assistant, "Số 4", null, EmotionalTone.Warm, null, DateTimeOffset.UnixEpoch)))!;

        JsonSerializer.Serialize(view, ApiClient.Json).ShouldStartWith(
            """{"type":"message_saved","version":3,"sequence":40,"event_id":"00000000-0000-0000-0000-000000000000","timestamp":"1970-01-01T00:00:00+00:00","correlation_id":"request","causation_id":null,"message_id":""");
        JsonSerializer.Serialize(view, ApiClient.Json).ShouldContain("\"speaker\":\"assistant\"");
    }

    private static EventView? View(Type fact) => EventView.From(Stored((ConversationEvent)RuntimeHelpers.GetUninitializedObject(fact)));

    private static StoredEvent Stored(ConversationEvent fact) => new(40, Guid.Empty, 3, DateTimeOffset.UnixEpoch, "as stored", fact, "request", null);
}
