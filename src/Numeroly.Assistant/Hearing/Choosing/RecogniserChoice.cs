using Numeroly.Assistant.Hearing.Daily;

namespace Numeroly.Assistant.Hearing.Choosing;

/// <summary>Which recognisers are to be tried, in which order.</summary>
/// <param name="Names">Of <see cref="Known"/>, the first choice first.</param>
/// <param name="Problems">What keeps an order that was asked for from being followed, in whole sentences.</param>
public sealed record RecogniserChoice(IReadOnlyList<string> Names, IReadOnlyList<string> Problems)
{
    public const string Azure = "azure";
    public const string OpenAi = "openai";
    public const string Local = "local";

    /// <summary>In the order they are tried when none is asked for.</summary>
    public static readonly IReadOnlyList<string> Known = [DailyTranscription.ProviderName, Azure, OpenAi, Local];

    /// <param name="hasDaily">Whether calls are held by Daily itself, which alone can transcribe them.</param>
    /// <param name="hasLocal">Whether anything on this machine can recognise speech.</param>
    public static RecogniserChoice Of(HearingOptions options, bool hasDaily, bool hasLocal)
    {
        var asked = (options.Order ?? "").ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (asked.Count == 0) return new([.. Known.Where(name => WhyNot(name, options, hasDaily, hasLocal) is null && IsMeant(name, options))], []);

        var problems = asked.Select(name => WhyNot(name, options, hasDaily, hasLocal)).OfType<string>().ToList();
        return new(problems.Count == 0 ? asked : [], problems);
    }

    private static string? WhyNot(string name, HearingOptions options, bool hasDaily, bool hasLocal) => name switch
    {
        DailyTranscription.ProviderName when !hasDaily => "SPEECH_TO_TEXT names daily, which needs calls held by Daily itself: set DAILY_API_KEY.",
        Azure when string.IsNullOrEmpty(options.Azure.Key) => "SPEECH_TO_TEXT names azure, which has no key: set AZURE_SPEECH_KEY.",
        OpenAi when string.IsNullOrEmpty(options.OpenAi.ApiKey) && options.OpenAi.IsAtOpenAi => "SPEECH_TO_TEXT names openai, which has no key: set OPENAI_API_KEY, or OPENAI_BASE_URL to a server that needs none.",
        Local when !hasLocal => "SPEECH_TO_TEXT names local, but nothing on this machine recognises speech: install pocketsphinx, or set LOCAL_STT_MODEL to a model's folder.",
        _ when Known.Contains(name) => null,
        _ => $"SPEECH_TO_TEXT names {name}, which is no recogniser: there are {string.Join(", ", Known)}.",
    };

    /// <summary>A server that was set for its replies need not recognise speech: one that is not OpenAI's must be given a model for it.</summary>
    private static bool IsMeant(string name, HearingOptions options) => name != OpenAi || options.OpenAi.IsAtOpenAi || options.OpenAi.HasModel;
}
