using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Numeroly.Assistant.Processes;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Hearing.Local.Worker;

/// <summary>One run of <c>recogniser.mjs</c>, with any number of turns in it. Ends with its standard input, so also with this process.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<uint, ChannelWriter<WorkerLine>> _turns = new();
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Task _reading;
    private volatile bool _over;

    private string _complaint = "it ended";

    private WorkerProcess(Process process)
    {
        _process = process;

        // A native library that cannot read a model says so here before it ends the process.
        process.ErrorDataReceived += (_, line) => _complaint = string.IsNullOrWhiteSpace(line.Data) ? _complaint : line.Data.Trim();
        process.BeginErrorReadLine();
        _reading = ReadAsync();
    }

    private enum Frame : byte
    {
        Begin,
        Sound,
        End,
        Drop,
    }

    public bool IsOver => _over;

    /// <summary>The name of the package that runs the model, once that is loaded. Fails when it cannot be.</summary>
    public Task<string> Ready => _ready.Task;

    private static string Script => Path.Combine(AppContext.BaseDirectory, "recognising", "recogniser.mjs");

    /// <exception cref="ProviderException">Node.js is not there.</exception>
    public static WorkerProcess Start(LocalOptions options, string packages)
    {
        var start = new ProcessStartInfo(options.Node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var argument in new[] { Script, options.Model!, packages }) start.ArgumentList.Add(argument);
        return new(RecogniserProcess.Start(start, "local could not start Node.js."));
    }

    /// <returns>What the worker says of the turn; completed when it is over, by failure or not.</returns>
    public async ValueTask<ChannelReader<WorkerLine>> BeginAsync(uint turn, CancellationToken cancellation)
    {
        // As many as a reader needs to see the last: of texts in between the oldest may go.
        var lines = Channel.CreateBounded<WorkerLine>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        _turns[turn] = lines.Writer;
        await SendAsync(Frame.Begin, turn, default, cancellation);
        if (_over) lines.Writer.TryComplete();
        return lines.Reader;
    }

    public ValueTask HearAsync(uint turn, ReadOnlyMemory<short> samples, CancellationToken cancellation) => SendAsync(Frame.Sound, turn, samples, cancellation);

    public ValueTask EndAsync(uint turn, CancellationToken cancellation) => SendAsync(Frame.End, turn, default, cancellation);

    /// <summary>Forgets a turn that was not finished. A worker that does not even take this is stuck and is ended, for another to start.</summary>
    public async Task DropAsync(uint turn, TimeSpan limit, TimeProvider time)
    {
        if (!_turns.TryRemove(turn, out _) || _over) return;
        using var patience = new CancellationTokenSource(limit, time);
        try
        {
            await SendAsync(Frame.Drop, turn, default, patience.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException)
        {
            _over = true;
            if (failure is OperationCanceledException) _process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Forgets a turn that the worker has finished with.</summary>
    public void Finish(uint turn) => _turns.TryRemove(turn, out _);

    public async ValueTask DisposeAsync()
    {
        _over = true;
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _reading;

        // Once nothing is being written any more.
        await _writing.WaitAsync();
        _process.End(errorsByEvents: true);
        _writing.Dispose();
    }

    private async ValueTask SendAsync(Frame frame, uint turn, ReadOnlyMemory<short> samples, CancellationToken cancellation)
    {
        var message = new byte[9 + (samples.Length * sizeof(short))];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length - 4);
        message[4] = (byte)frame;
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(5), turn);
        MemoryMarshal.AsBytes(samples.Span).CopyTo(message.AsSpan(9));
        await _writing.WaitAsync(cancellation);

        // A frame written in part would spoil all that follow: whoever gives up leaves it to be written to its end.
        await WriteAsync(message).WaitAsync(cancellation);
    }

    private async Task WriteAsync(byte[] message)
    {
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(message);
            await _process.StandardInput.BaseStream.FlushAsync();
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // It has died, which whoever reads its lines sees.
            _over = true;
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } text)
        {
            if (Parse(text) is not { } line) continue;
            if (line.Ready is not null) _ready.TrySetResult(line.Ready);
            else if (line.Failed is not null) _complaint = line.Failed;
            else if (_turns.TryGetValue(line.Turn, out var lines)) lines.TryWrite(line);
        }
        _over = true;
        await _process.WaitForExitAsync();
        _ready.TrySetException(new ProviderException(ProviderFailure.Missing, $"local could not open its model: {_complaint}"));
        foreach (var lines in _turns.Values) lines.TryComplete();
    }

    private static WorkerLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkerLine>(text);
        }
        catch (JsonException)
        {
            // A native library may print lines of its own.
            return null;
        }
    }
}
