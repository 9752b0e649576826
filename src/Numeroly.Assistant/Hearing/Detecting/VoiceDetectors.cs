using Microsoft.Extensions.Logging;

namespace Numeroly.Assistant.Hearing.Detecting;

/// <summary>
/// Makes <see cref="SileroDetector"/>s where the network and ONNX Runtime are on this machine, else <see cref="EnergyDetector"/>s
/// with one warning. ONNX Runtime has its library for Linux and Windows on x64 and arm64 and for macOS on arm64.
/// </summary>
public sealed class VoiceDetectors : IVoiceDetectors, IDisposable
{
    private readonly Lazy<SileroModel?> _model;

    /// <summary>The network is loaded when the first detector is made.</summary>
    public VoiceDetectors(string modelPath, ILogger<VoiceDetectors> logger) => _model = new(() => Load(modelPath, logger));

    /// <summary>Where the build puts the network, if npm has brought it.</summary>
    public static string ShippedModel => Path.Combine(AppContext.BaseDirectory, "models", "silero_vad.onnx");

    public IVoiceDetector Create() => _model.Value is { } model ? new SileroDetector(model) : new EnergyDetector();

    public void Dispose()
    {
        if (_model.IsValueCreated) _model.Value?.Dispose();
    }

    private static SileroModel? Load(string path, ILogger logger)
    {
        if (!File.Exists(path))
        {
            logger.LogWarning("Voice is told from noise by loudness only: the network {Path} is not there; npm install and a new build bring it", path);
            return null;
        }

        try
        {
            return SileroModel.Load(path);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A static constructor of ONNX Runtime wraps the missing library in several layers.
            logger.LogWarning("Voice is told from noise by loudness only: {Reason}", failure.GetBaseException().Message);
            return null;
        }
    }
}
