using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Replying.Models.Connecting;

namespace Numeroly.Assistant.Replying;

/// <summary>Everything the settings say about who answers, and which of them can be used.</summary>
internal sealed class ReplyingAccounts(SettingsReader settings)
{
    /// <summary>The name of the guide that needs no account.</summary>
    public const string Offline = "offline";

    public ReplyingOptions Options { get; } = settings.Read<ReplyingOptions>(ReplyingOptions.Section);

    public OpenAiAccount OpenAi { get; } = settings.Read<OpenAiAccount>(OpenAiAccount.Section);

    public ModelOptions OpenAiModel { get; } = settings.Read<ModelOptions>($"{ReplyingOptions.Section}:OpenAi");

    public AnthropicAccount Anthropic { get; } = settings.Read<AnthropicAccount>(AnthropicAccount.Section);

    public ModelOptions AnthropicModel { get; } = settings.Read<ModelOptions>($"{ReplyingOptions.Section}:Anthropic");

    public ProviderOrder OrderWith(bool isOfflineThere) => new(
        "REPLY_PROVIDERS",
        Options.Order,
        new(Models.Connecting.OpenAiModel.ProviderName, OpenAi.IsUsable ? null : "set OPENAI_API_KEY, or OPENAI_BASE_URL to an endpoint that needs none."),
        new(Models.Connecting.AnthropicModel.ProviderName, string.IsNullOrWhiteSpace(Anthropic.ApiKey) ? "set ANTHROPIC_API_KEY." : null),
        new(Offline, isOfflineThere ? null : "this program was built without it."));

    public IEnumerable<string> Problems =>
    [
        .. settings.Problems,
        .. SettingProblems.OfAddress("OPENAI_BASE_URL", OpenAi.BaseUrl),
        .. SettingProblems.OfAddress("ANTHROPIC_BASE_URL", Anthropic.BaseUrl),
        .. SettingProblems.OfKey("OPENAI_API_KEY", OpenAi.ApiKey),
        .. SettingProblems.OfKey("ANTHROPIC_API_KEY", Anthropic.ApiKey),
        .. OpenAiModel.Problems("OPENAI_EFFORT"),
        .. AnthropicModel.Problems("ANTHROPIC_EFFORT"),
        .. SettingProblems.OfTimeLimit("a model's first word", Options.FirstTokenTimeout),
        .. SettingProblems.OfTimeLimit("a model's next word", Options.NextTokenTimeout),
        .. Options.TokenBudget < 0 ? ["REPLY_TOKEN_BUDGET must not be below 0."] : (string[])[],
    ];
}
