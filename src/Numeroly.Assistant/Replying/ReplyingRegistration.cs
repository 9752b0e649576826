using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Replying.Models;
using Numeroly.Assistant.Replying.Models.Budgeting;
using Numeroly.Assistant.Replying.Models.Connecting;

namespace Numeroly.Assistant.Replying;

/// <summary>Adds those who think of answers to a host. Unsound settings stop the host at its start with sentences that say why.</summary>
public static class ReplyingRegistration
{
    /// <summary>Adds everyone who is chosen and can be used as <see cref="IReplyGenerator"/>, the first to be asked first.</summary>
    /// <param name="configuration">The whole of it: it is read from <c>Assistant:</c>.</param>
    /// <param name="offline">Makes the guide that needs no account, called <c>offline</c>, who is asked last.</param>
    public static IServiceCollection AddReplying(this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, IReplyGenerator>? offline = null)
    {
        var accounts = new ReplyingAccounts(new SettingsReader(configuration));
        var order = accounts.OrderWith(offline is not null);

        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ReplyingOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReplyingOptions>>(new KnownProblems<ReplyingOptions>([.. accounts.Problems, .. order.Problems]));
        services.TryAddSingleton(new ConversationBudgets(accounts.Options.TokenBudget));
        foreach (var name in order.Chosen)
            services.AddSingleton(provider => name == ReplyingAccounts.Offline ? offline!(provider) : Model(name, accounts, provider));
        return services;
    }

    private static ModelReplies Model(string name, ReplyingAccounts accounts, IServiceProvider provider) => new(
        name == AnthropicModel.ProviderName
            ? AnthropicModel.Connect(accounts.Anthropic, accounts.AnthropicModel)
            : OpenAiModel.Connect(accounts.OpenAi, accounts.OpenAiModel),
        accounts.Options,
        provider.GetRequiredService<ConversationBudgets>(),
        provider.GetRequiredService<TimeProvider>());
}
