using System.Collections.Concurrent;

namespace Numeroly.StandIn.Recordings.Capturing;

/// <summary>
/// The sound of recordings on disk: one WAV each, beside the stored state or in a folder that goes with the process.
/// What nobody took up is silence.
/// </summary>
internal sealed class CallAudioFiles(StandInOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();
    private readonly Lazy<string> _folder = new(() => options.DataDirectory is { } data
        ? Directory.CreateDirectory(Path.Combine(data, "recordings")).FullName
        : Directory.CreateTempSubdirectory("standin-recordings-").FullName);

    /// <summary>Puts samples at their place.</summary>
    public Task WriteAsync(string recordingId, long firstSample, ReadOnlyMemory<byte> samples, CancellationToken cancellationToken) =>
        AloneAsync(recordingId, async () =>
        {
            using var file = File.OpenHandle(PathOf(recordingId), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, FileOptions.Asynchronous);
            await RandomAccess.WriteAsync(file, samples, WaveHeader.Bytes + firstSample * WaveHeader.BytesPerSample, cancellationToken);
        }, cancellationToken);

    /// <summary>The file, as long as the recording to the sample; null if no page took up anything.</summary>
    public async Task<string?> FinishedAsync(Recording recording, CancellationToken cancellationToken)
    {
        var path = PathOf(recording.Id);
        if (!File.Exists(path)) return null;
        var dataBytes = (recording.StoppedAt is { } stopped ? WaveHeader.SamplesIn(stopped - recording.StartedAt) : 0) * WaveHeader.BytesPerSample;
        await AloneAsync(recording.Id, async () =>
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, FileOptions.Asynchronous);
            if (RandomAccess.GetLength(file) != WaveHeader.Bytes + dataBytes) RandomAccess.SetLength(file, WaveHeader.Bytes + dataBytes);
            await RandomAccess.WriteAsync(file, WaveHeader.For(dataBytes), 0, cancellationToken);
        }, cancellationToken);
        return path;
    }

    public void Delete(string recordingId) => File.Delete(PathOf(recordingId));

    public void Dispose()
    {
        if (options.DataDirectory is null && _folder.IsValueCreated) Directory.Delete(_folder.Value, recursive: true);
        foreach (var gate in _gates.Values) gate.Dispose();
    }

    private async Task AloneAsync(string recordingId, Func<Task> act, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(recordingId, _ => new(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            await act();
        }
        finally
        {
            gate.Release();
        }
    }

    private string PathOf(string recordingId) => Path.Combine(_folder.Value, $"{recordingId}.wav");
}
