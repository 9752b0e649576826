using System.Collections.Concurrent;
using System.Diagnostics;
using JasperFx.Events;
using Marten;
using Marten.Services;
using Npgsql;
using Numeroly.Events.Conversations;

namespace Numeroly.Engines;

/// <summary>Append to conversations of their own, through the product's store; some commits are held back, some never come.</summary>
public sealed class Writers(IDocumentStore store, NpgsqlDataSource database)
{
    private const int Count = 16;
    private const int MostEventsPerCommit = 8;
    private const double HeldOpen = 0.045;
    private const double RolledBack = 0.02;
    private static readonly TimeSpan LongestHeld = TimeSpan.FromSeconds(5);

    private int _events;
    private int _held;
    private int _rolledBack;

    public int Held => _held;

    public int RolledBackCommits => _rolledBack;

    /// <summary>When each event that was committed was.</summary>
    public ConcurrentDictionary<Guid, long> Committed { get; } = new();

    public Task WriteAsync(int events) => Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Task.Run(async () =>
    {
        var conversation = Guid.CreateVersion7();
        await using (var session = store.LightweightSession())
        {
            session.Events.StartStream<Conversation>(
                conversation, new RoomCreated("writer", $"{conversation}", "https://trial/", Language.En, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null));
            await session.SaveChangesAsync();
        }

        while (Volatile.Read(ref _events) < events) await CommitAsync(conversation);
    })));

    private async Task CommitAsync(Guid conversation)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        var stream = await session.Events.FetchForWriting<Conversation>(conversation);
        IEvent[] said = [.. Enumerable.Range(0, Random.Shared.Next(1, MostEventsPerCommit + 1)).Select(_ => session.Events.BuildEvent(Said()))];
        foreach (var fact in said) fact.Id = Guid.CreateVersion7();
        stream.AppendMany(said);
        await session.SaveChangesAsync(); // Into the transaction, which is ours.

        if (Random.Shared.NextDouble() < HeldOpen)
        {
            Interlocked.Increment(ref _held);
            await Task.Delay(Random.Shared.NextDouble() * LongestHeld);
        }

        if (Random.Shared.NextDouble() < RolledBack)
        {
            await transaction.RollbackAsync();
            Interlocked.Increment(ref _rolledBack);
            return;
        }

        await transaction.CommitAsync();
        var now = Stopwatch.GetTimestamp();
        foreach (var fact in said) Committed[fact.Id] = now;
        Interlocked.Add(ref _events, said.Length);
    }

    private static MessageSaved Said() => new(Guid.CreateVersion7(), Speaker.User, "Số chủ đạo của mình là gì?", 0.9, null, null, DateTimeOffset.UnixEpoch);
}
