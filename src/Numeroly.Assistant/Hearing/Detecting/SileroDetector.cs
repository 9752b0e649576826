using Microsoft.ML.OnnxRuntime;
using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>One call's ear on the shared <see cref="SileroModel"/>. Allocates nothing while it listens.</summary>
public sealed class SileroDetector : IVoiceDetector
{
    private readonly SileroModel _model;
    private readonly float[] _sound = new float[SileroModel.Context + SileroModel.Window];
    private readonly float[] _state = new float[SileroModel.State];
    private readonly float[] _nextState = new float[SileroModel.State];
    private readonly float[] _probability = new float[1];
    private readonly OrtValue[] _inputs;
    private readonly OrtValue[] _outputs;
    private int _filled;

    public SileroDetector(SileroModel model)
    {
        _model = model;
        _inputs =
        [
            OrtValue.CreateTensorValueFromMemory(_sound, [1, _sound.Length]),
            OrtValue.CreateTensorValueFromMemory(_state, [2, 1, 128]),
            OrtValue.CreateTensorValueFromMemory(new long[] { SpeechFormat.HeardRate }, []),
        ];
        _outputs =
        [
            OrtValue.CreateTensorValueFromMemory(_probability, [1, 1]),
            OrtValue.CreateTensorValueFromMemory(_nextState, [2, 1, 128]),
        ];
    }

    public double? Listen(ReadOnlySpan<short> samples)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples.Length, SileroModel.Window, nameof(samples));
        double? probability = null;
        foreach (var sample in samples)
        {
            _sound[SileroModel.Context + _filled] = sample / 32768f;
            if (++_filled == SileroModel.Window) probability = Judge();
        }
        return probability;
    }

    public void Reset()
    {
        Array.Clear(_sound);
        Array.Clear(_state);
        _filled = 0;
    }

    public void Dispose()
    {
        foreach (var value in _inputs.Concat(_outputs)) value.Dispose();
    }

    private double Judge()
    {
        _model.Run(_inputs, _outputs);
        _nextState.CopyTo(_state, 0);
        _sound.AsSpan(SileroModel.Window).CopyTo(_sound);
        _filled = 0;
        return _probability[0];
    }
}
