using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Numeroly.Assistant.Replying;

namespace Numeroly.Assistant.Tests.Replying;

public sealed class ChoosingModels
{
    [Fact]
    public void Without_settings_only_the_offline_guide_answers()
    {
        using var services = ModelsUnderTest.Services(time: null, _ => new Guide());

        Names(services).ShouldBe(["offline"]);
    }

    [Fact]
    public void Each_model_with_its_key_is_asked_before_the_offline_guide()
    {
        using var services = ModelsUnderTest.Services(time: null, _ => new Guide(), ("Anthropic:ApiKey", "k"), ("OpenAi:ApiKey", "k"));

        Names(services).ShouldBe(["openai", "anthropic", "offline"]);
    }

    [Fact]
    public void The_order_told_is_the_order_asked()
    {
        using var services = ModelsUnderTest.Services(time: null, _ => new Guide(), ("Anthropic:ApiKey", "k"), ("OpenAi:ApiKey", "k"), ("Replying:Order", " Anthropic , openai"));

        Names(services).ShouldBe(["anthropic", "openai"]);
    }

    [Fact]
    public void An_endpoint_of_ones_own_needs_no_key()
    {
        using var services = ModelsUnderTest.Services(time: null, offline: null, ("OpenAi:BaseUrl", "http://127.0.0.1:11434/v1"), ("Replying:OpenAi:Model", "llama"));

        Names(services).ShouldBe(["openai"]);
    }

    [Theory]
    [InlineData("Replying:Order", "claude", "REPLY_PROVIDERS names 'claude', which is not one of openai, anthropic, offline.")]
    [InlineData("Replying:Order", "openai", "REPLY_PROVIDERS names openai, which cannot be used: set OPENAI_API_KEY")]
    [InlineData("Replying:Order", "anthropic", "REPLY_PROVIDERS names anthropic, which cannot be used: set ANTHROPIC_API_KEY.")]
    [InlineData("OpenAi:BaseUrl", "api.openai.com", "OPENAI_BASE_URL ('api.openai.com') is not an http or https address.")]
    [InlineData("Anthropic:ApiKey", "sk key", "ANTHROPIC_API_KEY holds a space")]
    [InlineData("Replying:OpenAi:Effort", "lots", "OPENAI_EFFORT ('lots') is not one of")]
    [InlineData("Replying:TokenBudget", "-1", "REPLY_TOKEN_BUDGET")]
    [InlineData("Replying:TokenBudget", "plenty", "'plenty' at 'Assistant:Replying:TokenBudget'")]
    [InlineData("Replying:FirstTokenTimeout", "-00:00:01", "first word")]
    public void An_unsound_setting_stops_the_start_with_a_sentence(string setting, string value, string told)
    {
        using var services = ModelsUnderTest.Services(time: null, _ => new Guide(), (setting, value));

        var problem = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        problem.Failures.ShouldHaveSingleItem().ShouldContain(told);
    }

    private static IEnumerable<string> Names(ServiceProvider services) => services.GetServices<IReplyGenerator>().Select(model => model.Name);

    private sealed class Guide : IReplyGenerator
    {
        public string Name => "offline";

        public IAsyncEnumerable<ReplyPart> ReplyAsync(ReplyRequest request, CancellationToken cancellation) => AsyncEnumerable.Empty<ReplyPart>();
    }
}
