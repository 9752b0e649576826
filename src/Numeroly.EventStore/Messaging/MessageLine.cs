using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Numeroly.EventStore.Messaging;

/// <summary>Works through one stream's messages in order, and decides what becomes of one that cannot be handled.</summary>
public sealed class MessageLine(MessageQueue queue, IMessageHandler handler, MessagingOptions options, ILogger<MessageLine> log)
{
    /// <summary>Until the line is empty, or its head has to wait.</summary>
    public async Task WorkThroughAsync(Guid stream, CancellationToken cancellation)
    {
        while (await queue.HeadAsync(stream, cancellation) is { } message)
        {
            using var scope = log.BeginScope(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [options.StreamIdInLogs] = message.StreamId,
                ["CorrelationId"] = message.CorrelationId,
                ["CausationId"] = message.CausationId,
                ["MessageId"] = message.Id,
                ["MessageType"] = message.Type,
            });
            await HandleAsync(message, cancellation);
        }
    }

    private async Task HandleAsync(DurableMessage message, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var handled = await TryAsync(message, cancellation);
        MessagingTelemetry.Handled(message, handled, Stopwatch.GetElapsedTime(started));
        switch (handled)
        {
            case Handled.Committed:
                log.LogDebug("Handled {MessageType}", message.Type);
                break;
            case Handled.Done:
                await queue.CompleteAsync(message);
                log.LogDebug("Handled {MessageType}", message.Type);
                break;
            case Handled.NotNow notNow:
                var pause = notNow.After ?? RetryAfter(message.Attempts);
                log.LogInformation("{MessageType} is not possible now: {Reason}. Trying again in {RetryAfter}", message.Type, notNow.Reason, pause);
                await queue.PostponeAsync(message, notNow.Reason, pause, isFailure: false);
                break;
            case Handled.Failed failed when message.Failures + 1 >= options.MaxFailures:
                log.LogError("{MessageType} failed {Failures} times and goes to the dead letters: {Reason}", message.Type, message.Failures + 1, failed.Reason);
                await queue.BuryAsync(message, failed.Reason);
                break;
            case Handled.Failed failed:
                log.LogWarning("{MessageType} failed: {Reason}. Trying again", message.Type, failed.Reason);
                await queue.PostponeAsync(message, failed.Reason, RetryAfter(message.Attempts), isFailure: true);
                break;
        }
    }

    private async Task<Handled> TryAsync(DurableMessage message, CancellationToken cancellation)
    {
        try
        {
            return await handler.HandleAsync(message, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (NpgsqlException fault) when (fault is not PostgresException)
        {
            throw; // No database, no verdict: the message stays as it is.
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Handling {MessageType} threw", message.Type);
            return new Handled.Failed($"{fault.GetType().Name}: {fault.Message}");
        }
    }

    // Full jitter: what failed together does not come back together.
    private TimeSpan RetryAfter(int attempts)
    {
        var ceiling = Math.Min(options.LongestRetryAfter.TotalMilliseconds, options.FirstRetryAfter.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 30)));
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
