namespace Numeroly.EventStore.Idempotency;

/// <summary>A request's idempotency key as its owner gave it, and what was asked under it.</summary>
/// <param name="Owner">Keys of different owners never meet.</param>
/// <param name="Fingerprint">SHA-256 of method, path and body.</param>
public sealed record IdempotencyKey(string Owner, string Key, ReadOnlyMemory<byte> Fingerprint);

/// <summary>The answer to keep for a key.</summary>
/// <param name="Attempt">The reservation it takes the place of; null when nothing was reserved.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">The answer's Location header, if it had one.</param>
/// <param name="Body">Whatever the caller needs to give the same answer again.</param>
public sealed record KeptAnswer(IdempotencyKey Key, Guid? Attempt, int Status, string? Location, ReadOnlyMemory<byte> Body);
