using Microsoft.Extensions.Options;
using Numeroly.Assistant.Hearing.Choosing;

namespace Numeroly.Assistant.Hearing;

/// <summary>Says in whole sentences what is wrong with the settings, so that the host can print them and stop. No sentence holds a key.</summary>
public sealed class HearingOptionsValidator(RecogniserChoice choice) : IValidateOptions<HearingOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, HearingOptions options)
    {
        string[] problems = [.. choice.Problems, .. AzureProblems(options), .. OpenAiProblems(options), .. LimitProblems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> AzureProblems(HearingOptions options)
    {
        var azure = options.Azure;
        if (string.IsNullOrEmpty(azure.Key)) yield break;
        if (!IsKey(azure.Key)) yield return "AZURE_SPEECH_KEY holds a character that no key has: look for a stray space, line end or quote.";
        if (azure.Endpoint is null && string.IsNullOrEmpty(azure.Region)) yield return "AZURE_SPEECH_KEY is set but not where it is good: set AZURE_SPEECH_REGION, such as southeastasia, or AZURE_SPEECH_ENDPOINT.";
        if (azure.Endpoint is null && azure.Region?.All(char.IsAsciiLetterOrDigit) == false) yield return $"AZURE_SPEECH_REGION is '{azure.Region}', which is no region's name: those are like southeastasia.";
        if (azure.Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme is "https" or "wss" or "http" or "ws")) yield return $"AZURE_SPEECH_ENDPOINT is '{endpoint}', which is no https or wss address.";
    }

    private static IEnumerable<string> OpenAiProblems(HearingOptions options)
    {
        var openAi = options.OpenAi;
        if (!openAi.BaseUrl.IsAbsoluteUri || openAi.BaseUrl.Scheme is not ("http" or "https")) yield return $"OPENAI_BASE_URL is '{openAi.BaseUrl}', which is no http or https address.";
        if (!string.IsNullOrEmpty(openAi.ApiKey) && !IsKey(openAi.ApiKey)) yield return "OPENAI_API_KEY holds a character that no key has: look for a stray space, line end or quote.";
        if (openAi.Piece <= TimeSpan.Zero || openAi.LongestPiece < openAi.Piece || openAi.LongestPiece > Longest)
            yield return $"The pieces a turn is cut into ({openAi.Piece} to {openAi.LongestPiece}) must be above zero and at most five minutes, the second no less than the first.";
    }

    private static IEnumerable<string> LimitProblems(HearingOptions options)
    {
        (string Name, TimeSpan Limit)[] limits =
        [
            ("to begin", options.BeginLimit), ("to take sound", options.StallLimit), ("to finish", options.FinishLimit), ("for one piece", options.OpenAi.Patience),
        ];
        foreach (var (name, limit) in limits)
        {
            if (limit <= TimeSpan.Zero || limit > Longest) yield return $"The time a recogniser has {name} ({limit}) must be above zero and at most five minutes.";
        }
    }

    private static bool IsKey(string key) => key.All(character => character is > ' ' and <= '~' and not '"' and not '\'');
}
