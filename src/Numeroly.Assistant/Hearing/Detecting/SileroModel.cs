using Microsoft.ML.OnnxRuntime;

namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>
/// The Silero network (v5 and v6 have one interface), loaded once and run by any number of calls at a time. A run takes a
/// window of 32 ms with the end of the window before it, and a state that belongs to the call.
/// </summary>
public sealed class SileroModel : IDisposable
{
    /// <summary>Samples in a window at 16 kHz, what the network was trained on.</summary>
    public const int Window = 512;

    /// <summary>Samples of the window before, put in front so that a beginning across the border is seen whole.</summary>
    public const int Context = 64;

    /// <summary>Values of state from run to run, as 2 layers of 1 by 128.</summary>
    public const int State = 2 * 128;

    internal static readonly string[] Inputs = ["input", "state", "sr"];
    internal static readonly string[] Outputs = ["output", "stateN"];
    private readonly InferenceSession _session;
    private readonly RunOptions _running = new();

    private SileroModel(InferenceSession session) => _session = session;

    /// <summary>Loads the network from an ONNX file.</summary>
    /// <exception cref="Exception">The file or ONNX Runtime's own library cannot be used; what is thrown depends on which.</exception>
    public static SileroModel Load(string path)
    {
        OnnxTelemetry.Refuse();

        // A window takes a fraction of a millisecond: threads of its own would cost more than they gain, and there are many calls.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        var session = new InferenceSession(path, options);
        if (Inputs.All(session.InputMetadata.ContainsKey) && Outputs.All(session.OutputMetadata.ContainsKey)) return new(session);
        session.Dispose();
        throw new InvalidDataException($"{Path.GetFileName(path)} is not a Silero network of version 5 or 6.");
    }

    public void Dispose()
    {
        _running.Dispose();
        _session.Dispose();
    }

    internal void Run(IReadOnlyCollection<OrtValue> inputs, IReadOnlyCollection<OrtValue> outputs) =>
        _session.Run(_running, Inputs, inputs, Outputs, outputs);
}
