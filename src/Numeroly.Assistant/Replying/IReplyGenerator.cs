using System.Collections.Immutable;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying;

/// <summary>Thinks of what to say next.</summary>
public interface IReplyGenerator
{
    /// <summary>For logs, settings and records, such as <c>anthropic</c> or <c>offline</c>.</summary>
    string Name { get; }

    /// <summary>The answer, piece by piece as it is thought of.</summary>
    /// <exception cref="Providers.ProviderException">It cannot answer now, or broke off.</exception>
    IAsyncEnumerable<ReplyPart> ReplyAsync(ReplyRequest request, CancellationToken cancellation);
}

/// <summary>What an answer is to be made from. The same request asks for the same answer.</summary>
/// <param name="Reading">Whom the numbers are about, as far as is known.</param>
/// <param name="Today">The person's today, for the numbers of the year, month and day.</param>
/// <param name="Said">What was said so far, oldest first. For an answer the last is the person's.</param>
public sealed record ReplyRequest(
    Guid ConversationId,
    Language Language,
    Reading? Reading,
    DateOnly Today,
    ImmutableArray<Said> Said,
    ReplyOccasion Occasion);

/// <summary>Something one side said.</summary>
/// <param name="Heard">For the assistant, when it was interrupted: the part the person heard.</param>
public sealed record Said(Speaker Speaker, string Text, string? Heard = null);

/// <summary>What an answer is for.</summary>
public enum ReplyOccasion
{
    /// <summary>The person has just come, and nothing was said yet.</summary>
    Greeting,

    /// <summary>The person said something.</summary>
    Answer,

    /// <summary>The person came back to a conversation under way.</summary>
    WelcomeBack,
}

/// <summary>A piece of an answer.</summary>
public abstract record ReplyPart
{
    /// <summary>The next words, to be joined as they are: plain spoken language, no markup.</summary>
    public sealed record Words(string Text) : ReplyPart;

    /// <summary>The tone from here on. Before the first words, or the answer is <see cref="EmotionalTone.Warm"/>.</summary>
    public sealed record InTone(EmotionalTone Tone) : ReplyPart;

    /// <summary>The person said who the numbers are about: from now on this is the conversation's reading.</summary>
    public sealed record LearntReading(Reading Reading) : ReplyPart;

    /// <summary>What the answer cost, in tokens of the model.</summary>
    public sealed record Used(long InputTokens, long OutputTokens) : ReplyPart;
}
