using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Calling;

/// <summary>A way into a call. The only thing the rest of the assistant knows of Daily.</summary>
public interface ICallTransport
{
    /// <summary>For logs, settings and records: <c>chromium</c>, <c>native</c>, <c>memory</c>.</summary>
    string Name { get; }

    /// <summary>Why no call can be joined on this machine, in a sentence that says what to do; null when it can.</summary>
    ValueTask<string?> WhyNotAsync(CancellationToken cancellation);

    /// <summary>Enters a call as the assistant: no camera, and a microphone that says what <see cref="ICall.SpeakAsync"/> is given.</summary>
    /// <exception cref="CallFailedException">The call could not be joined.</exception>
    Task<ICall> JoinAsync(CallInvitation invitation, CancellationToken cancellation);
}

/// <summary>What it takes to join.</summary>
/// <param name="Token">A meeting token. Never to be logged.</param>
/// <param name="UserName">The assistant's name as others in the call see it.</param>
public sealed record CallInvitation(Guid ConversationId, Uri RoomUrl, string Token, string UserName, Language Language)
{
    /// <summary>The assistant's user id at Daily, by which it tells itself and its like from the person.</summary>
    public const string AssistantUserId = "assistant";

    /// <summary>Without the token, so that it can stand in a log.</summary>
    public override string ToString() => $"conversation {ConversationId} in {RoomUrl}";
}

/// <summary>Joining a call, or staying in it, failed.</summary>
/// <param name="mayHelp">Whether trying again could help.</param>
public sealed class CallFailedException(string message, bool mayHelp, Exception? inner = null) : Exception(message, inner)
{
    public bool MayHelpToTryAgain { get; } = mayHelp;
}
