using Numeroly.Assistant.Hearing.Choosing;
using Numeroly.Assistant.Hearing.Daily;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing;

/// <summary>The recognisers of this process, as a call is to try them.</summary>
public sealed class Recognisers(RecogniserChoice choice, IEnumerable<ISpeechToText> recognisers, TimeProvider time)
{
    private readonly ISpeechToText[] _recognisers = [.. recognisers];

    /// <summary>Whether calls are to be transcribed by Daily (<see cref="Calling.ICall.StartTranscriptionAsync"/>).</summary>
    public bool UseDaily => choice.Names.Contains(DailyTranscription.ProviderName);

    /// <summary>A transcription for one call; null when Daily is not to be used.</summary>
    public DailyTranscription? TranscribeByDaily() => UseDaily ? new(DailySettling.Default, time) : null;

    /// <summary>Those that know a language, the first choice first.</summary>
    /// <param name="daily">The call's own transcription, which takes its place among them.</param>
    public IReadOnlyList<ISpeechToText> For(Language language, DailyTranscription? daily = null)
    {
        List<ISpeechToText> all = [.. _recognisers];
        var before = choice.Names.TakeWhile(name => name != DailyTranscription.ProviderName).ToList();
        if (daily is not null) all.Insert(before.Contains(RecogniserChoice.Local) ? all.Count : before.Count, daily);
        return [.. all.Where(recogniser => recogniser.Knows(language))];
    }
}
