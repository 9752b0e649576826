using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Hearing.Choosing;
using Numeroly.Assistant.Hearing.Local;

namespace Numeroly.Assistant.Hearing;

/// <summary>Says once at the start by whom speech is understood, and what is missing.</summary>
internal sealed class HearingReport(
    RecogniserChoice choice, LocalRecognisers local, IEnumerable<ISpeechToText> recognisers, IVoiceDetectors detectors, ILogger<HearingReport> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Loads the network now, not while the first person waits.
        detectors.Create().Dispose();
        foreach (var missing in local.Missing) logger.LogInformation("{Missing}", missing);
        if (choice.Names.Count == 0) logger.LogWarning("Nothing recognises speech here: people can type, or speak where their device recognises it");
        else logger.LogInformation("Speech is recognised by {Recognisers}", string.Join(", ", recognisers.Select(recogniser => recogniser.Name).Concat(choice.Names.Where(name => name == Daily.DailyTranscription.ProviderName))));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
