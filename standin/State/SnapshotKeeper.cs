using System.Text.Json;
using System.Text.Json.Serialization;
using Numeroly.StandIn.Calls;
using Numeroly.StandIn.Calls.Signalling;
using Numeroly.StandIn.Recordings;
using Numeroly.StandIn.Webhooks;

namespace Numeroly.StandIn.State;

/// <summary>
/// Keeps the state across restarts when a data directory is set: read before the first request, written a moment
/// after a change and once more at the end. Each write goes to a new file that then takes the old one's place, so a
/// crash leaves a whole snapshot, at most <see cref="Pause"/> old. Faults, the webhook policy and the ledger's
/// calls and deliveries belong to a test run and are not kept.
/// </summary>
internal sealed class SnapshotKeeper(
    StandInOptions options, StandInState state, LiveCalls calls, CallSessions sessions, CloudRecorder recorder, WebhookOutbox outbox)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly JsonSerializerOptions Json = new()
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private string File => Path.Combine(options.DataDirectory!, "standin.json");

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.DataDirectory is null) return;
        Directory.CreateDirectory(options.DataDirectory);
        if (!System.IO.File.Exists(File)) return;

        await using (var stream = System.IO.File.OpenRead(File))
        {
            state.Restore(await ReadAsync(stream, cancellationToken));
        }

        calls.Resume();
        sessions.Restore();
        recorder.Resume();
        outbox.Resume();
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        // Not cut short: the token may already be spent on connections that would not close.
        if (options.DataDirectory is not null) await WriteAsync(CancellationToken.None);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.DataDirectory is null) return;
        await foreach (var _ in state.Changes.ReadAllAsync(stoppingToken))
        {
            await Task.Delay(Pause, stoppingToken);
            await WriteAsync(stoppingToken);
        }
    }

    private async Task<StandInData> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            return (await JsonSerializer.DeserializeAsync<StandInData>(stream, Json, cancellationToken))!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The stored state {File} cannot be read; remove the file to start anew.", e);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var bytes = state.Read(data => JsonSerializer.SerializeToUtf8Bytes(data, Json));
        var fresh = File + ".new";
        await using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
        {
            await stream.WriteAsync(bytes, cancellationToken);
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(fresh, File, overwrite: true);
    }
}
