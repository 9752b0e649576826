using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Numeroly.Assistant.Speaking.Resampling;

/// <summary>
/// Changes the rate of a stream of samples, piece by piece: what comes out is the same however the input was cut. The first
/// output sample is at the time of the first input sample. One stream only; make another for the next.
/// </summary>
public sealed class Resampler
{
    private static readonly ConcurrentDictionary<(int From, int To), Kernel> Kernels = new();

    private readonly Kernel? _kernel;
    private readonly int _up;
    private readonly int _down;
    private float[] _input;
    private int _filled;
    private long _firstInput;
    private long _received;
    private long _produced;

    /// <param name="from">Samples a second that come in.</param>
    /// <param name="to">Samples a second that go out.</param>
    public Resampler(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 4_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, 192_000);
        var divisor = Divisor(from, to);
        (_up, _down) = (to / divisor, from / divisor);
        _kernel = from == to ? null : Kernels.GetOrAdd((from, to), rates => new Kernel(rates.From, rates.To, _up));

        // Silence before the beginning.
        _filled = _kernel is null ? 0 : _kernel.Reach - 1;
        _firstInput = -_filled;
        _input = new float[_filled + 4096];
    }

    /// <summary>The output that can be told by now.</summary>
    public short[] Convert(ReadOnlySpan<short> samples)
    {
        _received += samples.Length;
        if (_kernel is null) return samples.ToArray();
        Append(samples);
        return Produce(long.MaxValue);
    }

    /// <summary>The rest, when no more input comes.</summary>
    public short[] Finish()
    {
        if (_kernel is null) return [];
        Append(new short[_kernel.Reach + 1]);
        return Produce(((_received * _up) + _down - 1) / _down);
    }

    private void Append(ReadOnlySpan<short> samples)
    {
        if (_filled + samples.Length > _input.Length) Array.Resize(ref _input, Math.Max(_input.Length * 2, _filled + samples.Length));
        TensorPrimitives.ConvertChecked(samples, _input.AsSpan(_filled));
        _filled += samples.Length;
    }

    private short[] Produce(long until)
    {
        var reach = _kernel!.Reach;
        var output = new List<short>((int)((long)_filled * _up / _down) + 1);
        for (; _produced < until; _produced++)
        {
            var (position, phase) = Math.DivRem(_produced * _down, _up);
            var start = (int)(position - (reach - 1) - _firstInput);
            if (start + (2 * reach) > _filled) break;
            var value = TensorPrimitives.Dot(_input.AsSpan(start, 2 * reach), _kernel.Phase((int)phase));
            output.Add((short)Math.Clamp(MathF.Round(value), short.MinValue, short.MaxValue));
        }

        Forget((int)((_produced * _down / _up) - (reach - 1) - _firstInput));
        return [.. output];
    }

    private void Forget(int count)
    {
        count = Math.Clamp(count, 0, _filled);
        _input.AsSpan(count, _filled - count).CopyTo(_input);
        _filled -= count;
        _firstInput += count;
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
