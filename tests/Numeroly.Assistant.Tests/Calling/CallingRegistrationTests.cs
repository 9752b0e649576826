using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Numeroly.Assistant.Calling;

namespace Numeroly.Assistant.Tests.Calling;

public sealed class CallingRegistrationTests
{
    [Fact]
    public async Task Without_any_setting_calls_go_through_Chromium()
    {
        await using var services = Services();

        services.GetServices<ICallTransport>().Select(transport => transport.Name).ShouldBe(["chromium"]);
    }

    [Fact]
    public async Task With_none_there_is_no_way_into_a_call()
    {
        await using var services = Services(("Assistant:Calling:Transport", "none"));

        services.GetServices<ICallTransport>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_is_not_known_stops_the_start_with_a_sentence()
    {
        await using var services = Services(("Assistant:Calling:Transport", "pigeon"));

        var refused = Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        refused.Message.ShouldContain("'pigeon'");
        refused.Message.ShouldContain("CALL_TRANSPORT");
    }

    [Fact]
    public async Task Settings_that_make_no_sense_stop_the_start_with_a_sentence()
    {
        await using var services = Services(("Assistant:Calling:Chromium:BundleUrl", "ftp://here"), ("Assistant:Calling:Chromium:CallsPerBrowser", "0"));

        var refused = Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        refused.Failures.Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_machine_without_Chromium_says_how_to_get_voice()
    {
        await using var services = Services(("PATH", "/nowhere"));

        (await services.GetServices<ICallTransport>().Single().WhyNotAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().ShouldContain("apt-get install chromium");
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        return new ServiceCollection().AddCalling(configuration).BuildServiceProvider();
    }
}
