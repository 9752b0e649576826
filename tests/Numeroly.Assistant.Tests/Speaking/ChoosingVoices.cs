using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Numeroly.Assistant.Speaking;

namespace Numeroly.Assistant.Tests.Speaking;

public sealed class ChoosingVoices
{
    private static readonly (string, string) NoPrograms = ("PATH", "/nowhere");
    private static readonly (string, string) NoPackage = ("Speaking:Espeak:Package", "/nowhere");

    [Fact]
    public void Without_settings_only_the_offline_voice_speaks()
    {
        using var services = VoicesUnderTest.Services(time: null, ("Speaking:Espeak:Program", Environment.ProcessPath!));

        Names(services).ShouldBe(["espeak"]);
        services.GetRequiredService<OfflineVoice>().WhyNot.ShouldBeNull();
    }

    [Fact]
    public void Each_voice_with_its_key_is_tried_before_the_offline_one()
    {
        using var services = VoicesUnderTest.Services(
            time: null,
            ("OpenAi:ApiKey", "k"),
            ("AzureSpeech:Key", "k"), ("AzureSpeech:Region", "southeastasia"),
            ("ElevenLabs:ApiKey", "k"),
            ("Speaking:Espeak:Program", Environment.ProcessPath!));

        Names(services).ShouldBe(["elevenlabs", "azure", "openai", "espeak"]);
    }

    [Fact]
    public void The_order_told_is_the_order_tried()
    {
        using var services = VoicesUnderTest.Services(time: null, ("OpenAi:ApiKey", "k"), ("ElevenLabs:ApiKey", "k"), ("Speaking:Order", "openai, ElevenLabs"));

        Names(services).ShouldBe(["openai", "elevenlabs"]);
    }

    [Fact]
    public void Where_no_espeak_is_there_is_no_offline_voice_and_a_sentence_that_says_what_to_do()
    {
        using var services = VoicesUnderTest.Services(time: null, NoPrograms, NoPackage);

        Names(services).ShouldBeEmpty();
        services.GetRequiredService<OfflineVoice>().WhyNot!.ShouldContain("install espeak-ng");
        Problems(services).ShouldBeEmpty();
    }

    [Fact]
    public void An_endpoint_of_ones_own_is_not_asked_to_speak_unless_a_model_is_named()
    {
        using var silent = VoicesUnderTest.Services(time: null, NoPrograms, NoPackage, ("OpenAi:BaseUrl", "http://127.0.0.1:11434/v1"));
        Names(silent).ShouldBeEmpty();

        using var speaking = VoicesUnderTest.Services(time: null, NoPrograms, NoPackage, ("OpenAi:BaseUrl", "http://127.0.0.1:11434/v1"), ("Speaking:OpenAi:Model", "kokoro"));
        Names(speaking).ShouldBe(["openai"]);
    }

    [Theory]
    [InlineData("nobody", "names 'nobody', which is not one of elevenlabs, azure, openai, espeak")]
    [InlineData("elevenlabs", "set ELEVENLABS_API_KEY")]
    [InlineData("azure", "set AZURE_SPEECH_KEY")]
    [InlineData("openai", "set OPENAI_API_KEY")]
    [InlineData("espeak", "install espeak-ng")]
    public void A_voice_that_cannot_be_used_stops_the_start_with_a_sentence(string order, string told)
    {
        using var services = VoicesUnderTest.Services(time: null, NoPrograms, NoPackage, ("Speaking:Order", order));

        Problems(services).ShouldHaveSingleItem().ShouldContain(told);
    }

    [Theory]
    [InlineData("ElevenLabs:ApiKey", "a key\n", "ELEVENLABS_API_KEY")]
    [InlineData("ElevenLabs:BaseUrl", "elevenlabs", "ELEVENLABS_BASE_URL")]
    [InlineData("AzureSpeech:Endpoint", "ftp://azure", "AZURE_SPEECH_ENDPOINT")]
    [InlineData("Speaking:FirstSoundTimeout", "00:00:00", "first sound")]
    public void An_unsound_setting_stops_the_start_with_a_sentence(string setting, string value, string told)
    {
        using var services = VoicesUnderTest.Services(time: null, (setting, value));

        var problem = Problems(services).ShouldHaveSingleItem();
        problem.ShouldContain(told);
        problem.ShouldNotContain("a key");
    }

    private static IEnumerable<string> Names(ServiceProvider services) => services.GetServices<ITextToSpeech>().Select(voice => voice.Name);

    private static IReadOnlyList<string> Problems(ServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException problem)
        {
            return [.. problem.Failures];
        }
    }
}
