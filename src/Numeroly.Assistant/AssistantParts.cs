using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Speaking;
using Microsoft.Extensions.Options;

namespace Numeroly.Assistant;

/// <summary>What all conversations of a process share: the way into calls, and the providers in their fallback order.</summary>
public sealed class AssistantParts(
    IEnumerable<ICallTransport> transports,
    Recognisers recognisers,
    IEnumerable<IReplyGenerator> replies,
    IEnumerable<ITextToSpeech> voices,
    IVoiceDetectors detectors,
    IOptions<AssistantOptions> options,
    TimeProvider time)
{
    /// <summary>Null when this process can only write.</summary>
    public ICallTransport? Transport { get; } = transports.FirstOrDefault();

    public Recognisers Recognisers => recognisers;

    /// <summary>What is known of the recognisers' health. Which there are depends on the call.</summary>
    public ProviderLine<ISpeechToText> RecogniserHealth { get; } = new([], provider => provider.Name, time);

    public ProviderLine<IReplyGenerator> Replies { get; } = new(replies, provider => provider.Name, time);

    public ProviderLine<ITextToSpeech> Voices { get; } = new(voices, provider => provider.Name, time);

    public IVoiceDetectors Detectors => detectors;

    public AssistantOptions Options => options.Value;

    public TimeProvider Time => time;
}
