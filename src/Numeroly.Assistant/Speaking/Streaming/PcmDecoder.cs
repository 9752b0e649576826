using System.Runtime.InteropServices;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Speaking.Resampling;

namespace Numeroly.Assistant.Speaking.Streaming;

/// <summary>
/// Makes samples at <see cref="SpeechFormat.SpokenRate"/> of the bytes a voice sends: 16-bit little-endian mono PCM, cut
/// anywhere, or the same as WAV at any rate. Anything else would be heard as noise and is refused.
/// </summary>
/// <param name="provider">For the words of the refusal.</param>
/// <param name="onlyWave">Whether bytes without a WAV header are no sound.</param>
internal sealed class PcmDecoder(string provider, bool onlyWave = false)
{
    private const int EnoughToTell = 12;
    private const int LongestHeader = 64 * 1024;

    private readonly List<byte> _head = [];
    private Resampler? _resampler;
    private long _bytesLeft = long.MaxValue;
    private byte? _half;

    /// <exception cref="ProviderException">This is not what was asked for.</exception>
    public ReadOnlyMemory<short> Decode(ReadOnlySpan<byte> bytes)
    {
        if (_resampler is not null) return Samples(bytes);
        _head.AddRange(bytes);
        return _head.Count < EnoughToTell ? default : BeginWith(CollectionsMarshal.AsSpan(_head), isWhole: false);
    }

    /// <summary>What is left when no more bytes come.</summary>
    public ReadOnlyMemory<short> Finish()
    {
        var rest = _resampler is null && _head.Count > 0 ? BeginWith(CollectionsMarshal.AsSpan(_head), isWhole: true) : default;
        var last = _resampler?.Finish() ?? [];
        return rest.Length == 0 ? last : (short[])[.. rest.Span, .. last];
    }

    private ReadOnlyMemory<short> BeginWith(ReadOnlySpan<byte> head, bool isWhole)
    {
        if (head.StartsWith("{\""u8) || head.StartsWith("<?xml"u8) || head.StartsWith("<!DOC"u8))
            throw ProviderFaults.Refused(provider, "sent text in place of sound");
        if (head.StartsWith("ID3"u8) || head.StartsWith("OggS"u8) || head.StartsWith("fLaC"u8))
            throw ProviderFaults.Refused(provider, "sent compressed sound in place of PCM");
        if (!WaveHeader.Begins(head))
        {
            if (onlyWave) throw ProviderFaults.Refused(provider, "sent something that is no WAV file");
            _resampler = new Resampler(SpeechFormat.SpokenRate, SpeechFormat.SpokenRate);
            return Samples(head);
        }

        if (WaveHeader.Read(head) is not { } header)
            return isWhole || head.Length > LongestHeader ? throw ProviderFaults.Refused(provider, "sent a WAV file that cannot be read") : default;
        if (!header.IsPlain || header.Rate is < 8_000 or > 96_000)
            throw ProviderFaults.Refused(provider, "sent sound that is not 16-bit mono PCM");
        _resampler = new Resampler(header.Rate, SpeechFormat.SpokenRate);

        // 0 and numbers near 2 GiB are what writers to a pipe put there.
        if (header.DataBytes is > 0 and < 0x7FFF_0000) _bytesLeft = header.DataBytes;
        return Samples(head[header.Length..]);
    }

    private short[] Samples(ReadOnlySpan<byte> bytes)
    {
        // Behind the samples a WAV file may have notes.
        if (bytes.Length > _bytesLeft) bytes = bytes[..(int)_bytesLeft];
        _bytesLeft -= bytes.Length;

        byte[] all = _half is { } half ? [half, .. bytes] : bytes.ToArray();
        _half = (all.Length & 1) == 1 ? all[^1] : null;
        return _resampler!.Convert(MemoryMarshal.Cast<byte, short>(all.AsSpan(0, all.Length & ~1)));
    }
}
