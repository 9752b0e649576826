using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Wolverine.Http.Runtime;
using Wolverine.Persistence.Durability;
using Wolverine.Runtime;

namespace Numeroly.Api.Http;

/// <summary>A request's idempotency key as its owner gave it, and what was asked under it.</summary>
/// <param name="Owner">Keys of different owners never meet.</param>
/// <param name="Fingerprint">SHA-256 of method, path and body.</param>
public sealed record IdempotencyKey(string Owner, string Key, string Fingerprint)
{
    /// <summary>How Wolverine knows it; what the key and its owner were cannot be told from it.</summary>
    public string StorageId => DeduplicatedResponses.StorageIdFor($"{Owner}\n{Key}");
}

/// <summary>
/// Answers kept for the <c>Idempotency-Key</c> of a request: the same key and request get the same answer for 24 hours.
/// They are Wolverine's deduplicated responses, in its table and by its rules. Ours is what it does not do: answers are sealed,
/// since some hold a meeting token, and they are kept in the transaction of a group commit or of creating.
/// </summary>
public sealed class Idempotency(IWolverineRuntime wolverine, SealedAnswers seal, TimeProvider time, IOptions<JsonOptions> json)
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const string AnswerSql =
        """
        update wolverine.wolverine_deduplicated_responses set status_code = $3, body = $4, location = $5, expires = $6
        where deduplication_id = $1 and claim_token = $2 and status_code is null
        """;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan AskAgainIn = TimeSpan.FromSeconds(1);

    private IReplayableDeduplicationStore Store => (IReplayableDeduplicationStore)wolverine.Storage;

    /// <summary>The request's key; null when it has none.</summary>
    public static IdempotencyKey? Of(HttpContext context) => context.Features.Get<IdempotencyKey>();

    /// <summary>Whether a commit failed because the key has its answer already.</summary>
    public static bool IsTaken(Exception fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "wolverine_deduplicated_responses" } => true,
        { InnerException: { } inner } => IsTaken(inner),
        _ => false,
    };

    /// <summary>What to keep with the request's effect; null when it has no key.</summary>
    public PendingDeduplicatedResponseClaim? Keep<TAnswer>(IdempotencyKey? key, int status, TAnswer answer, string? location = null) => key is null
        ? null
        : new PendingDeduplicatedResponseClaim(
            key.StorageId, key.Fingerprint, Guid.NewGuid().ToString(), time.GetUtcNow() + KeptFor, new DeduplicatedResponse(status, Seal(answer), location));

    /// <summary>The answer to give instead of doing it (again); null when the key is new.</summary>
    public async Task<IResult?> ReplayAsync(IdempotencyKey key)
    {
        var claim = await Store.FindAsync(key.StorageId);
        if (claim is { Response: null })
        {
            // Perhaps of an attempt that has died: then its time is over.
            await Store.DeleteExpiredAsync(time.GetUtcNow());
            claim = await Store.FindAsync(key.StorageId);
        }

        return claim switch
        {
            null => null,
            { Fingerprint: var asked } when asked != key.Fingerprint => ProblemAnswer.Of(
                ProblemType.IdempotencyKeyReused, "This Idempotency-Key was used with another method, path or body. Use a new key for a new request."),
            { Response: null } => UnderWay,
            { Response: { Body: { } body } response } when seal.Open(Convert.FromBase64String(body)) is { } opened => new ReplayedAnswer(response.StatusCode, response.Location, opened),
            _ => ProblemAnswer.Of(
                ProblemType.IdempotencyKeyReused, "This request was carried out, but the key that seals its answer has changed since. Look the result up."),
        };
    }

    public static ProblemAnswer UnderWay { get; } = ProblemAnswer.Of(
        ProblemType.RequestUnderWay, "The first request with this Idempotency-Key has not been answered yet.", AskAgainIn);

    /// <summary>Takes a key for one attempt that must not run twice side by side; null when it is not free.</summary>
    /// <param name="lease">How long the attempt may take. It must have ended before, one way or the other.</param>
    public async Task<Reservation?> ReserveAsync(IdempotencyKey? key, TimeSpan lease)
    {
        var reservation = new Reservation(key, Guid.NewGuid().ToString());
        if (key is null) return reservation;
        await Store.DeleteExpiredAsync(time.GetUtcNow());
        return await Store.TryClaimAsync(key.StorageId, key.Fingerprint, reservation.Token, time.GetUtcNow() + lease) ? reservation : null;
    }

    /// <summary>The answer takes the place of the reservation, in the session's transaction.</summary>
    /// <exception cref="ReservationLostException">The attempt took longer than its lease, and another has taken over.</exception>
    public async Task AnswerAsync<TAnswer>(IDocumentSession session, Reservation reservation, int status, TAnswer answer, string? location)
    {
        if (reservation.Key is not { } key) return;
        await session.BeginTransactionAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(AnswerSql, session.Connection);
        command.Parameters.Add(new() { Value = key.StorageId });
        command.Parameters.Add(new() { Value = reservation.Token });
        command.Parameters.Add(new() { Value = status });
        command.Parameters.Add(new() { Value = Seal(answer) });
        command.Parameters.Add(new() { Value = location ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = time.GetUtcNow() + KeptFor });
        if (await command.ExecuteNonQueryAsync() == 0) throw new ReservationLostException();
    }

    /// <summary>Frees the key of an attempt that came to nothing.</summary>
    public Task ReleaseAsync(Reservation reservation) =>
        reservation.Key is { } key ? Store.ReleaseUnansweredAsync(key.StorageId, reservation.Token) : Task.CompletedTask;

    private string Seal<TAnswer>(TAnswer answer) =>
        Convert.ToBase64String(seal.Seal(JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions)));

    /// <summary>An attempt's right of way under its key, if it has one.</summary>
    public sealed record Reservation(IdempotencyKey? Key, string Token);

    private sealed class ReplayedAnswer(int status, string? location, byte[] body) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.Headers[ReplayedHeader] = "true";
            if (location is not null) httpContext.Response.Headers.Location = location;
            await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}

/// <summary>Another request with the same idempotency key was answered first.</summary>
public sealed class AnsweredMeanwhileException() : Exception("The idempotency key has its answer already.");

/// <summary>The attempt took longer than its lease, and another one has taken over the idempotency key.</summary>
public sealed class ReservationLostException() : Exception("The reservation of the idempotency key is lost.");
