using System.Text;
using Numeroly.Events.Conversations;
using Numeroly.Harness;

namespace Numeroly.Events.Tests.Conversations;

/// <summary>What is written into the store today must be readable for ever, so its shape changes only on purpose.</summary>
public class Stored_shapes
{
    [Fact]
    public void Events_messages_and_state_have_the_approved_shape()
    {
        var received = new StringBuilder();
        Describe(received, "events", typeof(ConversationEvent));
        Describe(received, "messages", typeof(ConversationMessage));
        Describe(received, "state", typeof(Conversation));
        Describe(received, "parts", typeof(Reading), typeof(Session), typeof(Recording));
        foreach (var values in typeof(Language).Assembly.GetTypes().Where(type => type.IsEnum && type != typeof(RefusalKind)).OrderBy(type => type.Name, StringComparer.Ordinal))
            received.Append(values.Name).Append(": ").AppendJoin(", ", Enum.GetNames(values)).Append('\n');

        IReadOnlyList<string> lines = received.ToString().TrimEnd('\n').Split('\n');
        lines.ShouldBe(
            Approval.ApprovedLines("stored-shapes", "txt", lines),
            "A stored shape has changed. Streams written before must still be read: add, or upcast, and only then approve the received file.");
    }

    private static void Describe(StringBuilder text, string title, params Type[] bases)
    {
        text.Append("# ").Append(title).Append('\n');
        var types = bases.SelectMany(found => found.IsAbstract ? found.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(found)) : [found]);
        foreach (var type in types.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            text.Append(type.Name).Append('\n');
            foreach (var property in type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
                text.Append("    ").Append(property.Name).Append(": ").Append(Name(property.PropertyType)).Append('\n');
        }

        text.Append('\n');
    }

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } optional ? $"{optional.Name}?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
