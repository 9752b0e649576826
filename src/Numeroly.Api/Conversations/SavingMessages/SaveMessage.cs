using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Api.Observability;
using Numeroly.Api.Store;
using Numeroly.Events.Conversations;
using Numeroly.Events.Transcripts;
using Wolverine.Http;

namespace Numeroly.Api.Conversations;

/// <summary>What was said.</summary>
/// <param name="MessageId">Chosen by the client, so that saving again changes nothing. Without one, use an Idempotency-Key.</param>
/// <param name="Speaker">Users save what the user said, the assistant what it said itself.</param>
/// <param name="Confidence">0 to 1; only for the user.</param>
/// <param name="EmotionalTone">Only for the assistant.</param>
/// <param name="Heard">For the assistant, when it was interrupted: the part the user heard.</param>
/// <param name="SpokenAt">Within the last 24 hours; default now.</param>
public sealed record SaveMessageRequest(
    Speaker Speaker,
    string Text,
    Guid? MessageId = null,
    double? Confidence = null,
    EmotionalTone? EmotionalTone = null,
    string? Heard = null,
    DateTimeOffset? SpokenAt = null);

/// <summary>A message as it is kept.</summary>
/// <param name="Version">Its place in the conversation.</param>
public sealed record SavedMessage(
    Guid MessageId,
    long Version,
    Speaker Speaker,
    string Text,
    double? Confidence,
    EmotionalTone? EmotionalTone,
    string? Heard,
    DateTimeOffset SpokenAt,
    DateTimeOffset SavedAt)
{
    public static SavedMessage From(TranscriptLine line) => new(
        line.MessageId, line.Version, line.Speaker, line.Text, line.Confidence, line.EmotionalTone, line.Heard, line.SpokenAt, line.SavedAt);
}

/// <summary><c>POST /conversations/{conversationId}/messages</c> (criteria 84-87).</summary>
[Tags("Conversations")]
public static class SaveMessageEndpoint
{
    [WolverinePost(
        "/conversations/{conversationId:guid}/messages",
        OperationId = "SaveMessage",
        Summary = "Keep what was said. Repeating it with the same message_id changes nothing and answers the same.")]
    [Authorize(Roles = $"{Role.User},{Role.Assistant}"), TakesIdempotencyKey]
    [ProducesResponseType<SavedMessage>(StatusCodes.Status201Created), ProducesResponseType<SavedMessage>(StatusCodes.Status200OK)]
    [Problems(ProblemType.InvalidInput, ProblemType.NotFound, ProblemType.ConversationEnded, ProblemType.IdempotencyKeyReused)]
    public static async Task<IResult> PostAsync(
        Guid conversationId,
        SaveMessageRequest request,
        [NotBody] Caller caller,
        HttpContext context,
        GroupCommit commits,
        Idempotency idempotency,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (Check(request, time.GetUtcNow()).Any(out var invalid)) return invalid;
        if (!caller.Is(request.Speaker == Speaker.User ? Role.User : Role.Assistant)) return MayNotSpeakAs(request.Speaker);

        var command = new SaveMessage(
            request.MessageId ?? Guid.CreateVersion7(),
            request.Speaker,
            request.Text,
            request.Confidence,
            request.EmotionalTone,
            request.Heard,
            request.SpokenAt?.ToUniversalTime());
        var decided = await commits.DecideAsync(
            conversationId,
            (conversation, known, now) => request.Speaker == Speaker.Assistant || caller.Owns(conversation)
                ? Events.Conversations.SavingMessages.Decide(conversation, command, known?.ToMessage(), now)
                : Decision.NoSuchConversation,
            Correlation.Of(context).Causes,
            cancellation,
            done => idempotency.Keep(Idempotency.Of(context), StatusCodes.Status201Created, View(done)),
            command.MessageId);
        if (decided.Refusal is { } refusal) return refusal.ToProblem();
        return decided.Events.IsEmpty
            ? TypedResults.Ok(View(decided))
            : TypedResults.Created($"/conversations/{conversationId}/messages?after={decided.Conversation!.Version - 1}&limit=1", View(decided));

        SavedMessage View(Decided done) => SavedMessage.From(done.Events is [MessageSaved message]
            ? TranscriptLine.From(conversationId, done.Conversation!.Version, message, done.At)
            : done.Known!);
    }

    private static ProblemAnswer MayNotSpeakAs(Speaker speaker) => ProblemAnswer.Of(
        ProblemType.Forbidden, $"speaker: this access token may not speak as the {speaker.ToString().ToLowerInvariant()}.");

    private static InputErrors Check(SaveMessageRequest request, DateTimeOffset now) => new InputErrors()
        .Require(!string.IsNullOrWhiteSpace(request.Text) && request.Text.Length <= Limits.MessageText, "text", $"must have 1 to {Limits.MessageText} characters.")
        .Require(request.Text?.Contains('\0') != true && request.Heard?.Contains('\0') != true, "text", "must not contain the character U+0000.")
        .Require(request.MessageId != Guid.Empty, "message_id", "must be a UUID other than all zeros.")
        .Require(
            request.SpokenAt is null || (request.SpokenAt > now.AddDays(-1) && request.SpokenAt < now.AddMinutes(5)), "spoken_at", "must be within the last 24 hours.")
        .Require(request.Confidence is null or (>= 0 and <= 1), "confidence", "must be a number from 0 to 1.")
        .Require(request.Confidence is null || request.Speaker == Speaker.User, "confidence", "belongs to what the user said.")
        .Require(request.EmotionalTone is null || request.Speaker == Speaker.Assistant, "emotional_tone", "belongs to what the assistant said.")
        .Require(request.Heard is null || request.Speaker == Speaker.Assistant, "heard", "belongs to what the assistant said.")
        .Require(request.Heard is null || request.Heard.Length <= Limits.MessageText, "heard", $"must have at most {Limits.MessageText} characters.");
}
