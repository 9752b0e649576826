using Anthropic;
using Anthropic.Core;
using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;
using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Replying.Models.Connecting;

/// <summary>Connects to Anthropic: https://platform.claude.com/docs/en/cli-sdks-libraries/sdks/csharp.</summary>
internal static class AnthropicModel
{
    public const string ProviderName = "anthropic";

    // The fastest, and made for those who wait.
    private const string Fastest = "claude-haiku-5-5";

    public static ModelConnection Connect(AnthropicAccount account, ModelOptions options)
    {
        var model = string.IsNullOrWhiteSpace(options.Model) ? Fastest : options.Model;
        var client = new AnthropicClient(new ClientOptions
        {
            ApiKey = account.ApiKey,
            BaseUrl = account.BaseUrl.AbsoluteUri.TrimEnd('/'),
            HttpClient = ProviderHttp.Create(),

            // A person waits: whoever is next in the order answers sooner than a second try.
            MaxRetries = 0,

            // Its traces could hold what was said, by a variable of the environment.
            OpenTelemetry = false,
        });
        return new(ProviderName, client.AsIChatClient(model), options.EffortOr(LeastEffortOf(model)))
        {
            Reused = text => text.WithCacheControl(Ttl.Ttl5m),
        };
    }

    // The small and the middle ones can be told not to think; the others would refuse that, and think as little as they can.
    private static ReasoningEffort? LeastEffortOf(string model) =>
        model.Contains("haiku", StringComparison.Ordinal) || model.Contains("sonnet", StringComparison.Ordinal) ? ReasoningEffort.None
        : model.Contains("-5", StringComparison.Ordinal) ? ReasoningEffort.Low : null;
}
