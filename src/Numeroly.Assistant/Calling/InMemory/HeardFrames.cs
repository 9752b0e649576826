namespace Numeroly.Assistant.Calling.InMemory;

/// <summary>Cuts sound of any length into frames of <see cref="SpeechFormat.HeardFrame"/> samples and keeps what does not fill one.</summary>
internal sealed class HeardFrames
{
    private readonly List<short> _rest = [];

    public IReadOnlyList<short[]> Cut(ReadOnlySpan<short> samples)
    {
        _rest.AddRange(samples);
        var whole = _rest.Count - _rest.Count % SpeechFormat.HeardFrame;
        var frames = _rest[..whole].Chunk(SpeechFormat.HeardFrame).ToList();
        _rest.RemoveRange(0, whole);
        return frames;
    }

    public void Clear() => _rest.Clear();
}
