using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Numeroly.Assistant.Providers;
using OpenAI;
using OpenAI.Chat;

namespace Numeroly.Assistant.Replying.Models.Connecting;

/// <summary>Connects to OpenAI, or to any endpoint that has its chat completions.</summary>
internal static partial class OpenAiModel
{
    public const string ProviderName = "openai";

    // Made for speed and many requests.
    private const string Fastest = "gpt-6-luna";

    public static ModelConnection Connect(OpenAiAccount account, ModelOptions options)
    {
        var model = string.IsNullOrWhiteSpace(options.Model) ? Fastest : options.Model;
        var client = new ChatClient(model, new ApiKeyCredential(string.IsNullOrWhiteSpace(account.ApiKey) ? "none" : account.ApiKey), new OpenAIClientOptions
        {
            Endpoint = account.BaseUrl,
            Transport = new HttpClientPipelineTransport(ProviderHttp.Create()),

            // A person waits: whoever is next in the order answers sooner than a second try.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
        return new(ProviderName, client.AsIChatClient(), options.EffortOr(LeastEffortOf(model)));
    }

    // From 5.1 on these models use tools in chat completions only when they do not think before; earlier and other models
    // do not know the word.
    private static ReasoningEffort? LeastEffortOf(string model) => ThinksUnlessToldNotTo().IsMatch(model) ? ReasoningEffort.None : null;

    [GeneratedRegex(@"(?:^|/)gpt-(?:5\.\d|[6-9])", RegexOptions.NonBacktracking)]
    private static partial Regex ThinksUnlessToldNotTo();
}
