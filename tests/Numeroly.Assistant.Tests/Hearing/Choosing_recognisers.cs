using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Numeroly.Assistant.Hearing;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing;

public class Choosing_recognisers
{
    private static readonly (string, string)[] Azure = [("Assistant:Hearing:Azure:Key", "0123"), ("Assistant:Hearing:Azure:Region", "southeastasia")];
    private static readonly (string, string)[] OpenAi = [("Assistant:Hearing:OpenAi:ApiKey", "sk-secret")];
    private static readonly (string, string)[] RealDaily = [("Daily:ApiKey", "key")];

    [Fact]
    public async Task With_nothing_set_up_and_nothing_installed_nobody_recognises_and_the_host_starts() =>
        (await NamesAsync()).ShouldBeEmpty();

    [Fact]
    public async Task All_that_have_their_key_are_tried_in_their_order() =>
        (await NamesAsync([.. OpenAi, .. Azure, .. RealDaily])).ShouldBe(["daily", "azure", "openai"]);

    [Fact]
    public async Task An_order_that_is_asked_for_is_followed_and_leaves_out_the_others() =>
        (await NamesAsync([.. OpenAi, .. Azure, .. RealDaily, ("Assistant:Hearing:Order", "OpenAI, daily")])).ShouldBe(["openai", "daily"]);

    [Fact]
    public async Task The_stand_in_of_Daily_is_not_asked_to_transcribe() =>
        (await NamesAsync([.. Azure, .. RealDaily, ("Daily:ApiUrl", "http://127.0.0.1:5090/v1")])).ShouldBe(["azure"]);

    [Fact]
    public async Task A_server_that_was_set_for_its_replies_recognises_only_with_a_model_for_it()
    {
        (string, string)[] own = [("Assistant:Hearing:OpenAi:BaseUrl", "http://127.0.0.1:8000")];

        (await NamesAsync(own)).ShouldBeEmpty();
        (await NamesAsync([.. own, ("Assistant:Hearing:OpenAi:Model", "whisper-large")])).ShouldBe(["openai"]);
        (await NamesAsync([.. own, ("Assistant:Hearing:Order", "openai")])).ShouldBe(["openai"]);
    }

    [Theory]
    [InlineData("siri", "siri, which is no recogniser")]
    [InlineData("azure", "AZURE_SPEECH_KEY")]
    [InlineData("openai", "OPENAI_API_KEY")]
    [InlineData("daily", "DAILY_API_KEY")]
    [InlineData("local", "LOCAL_STT_MODEL")]
    public async Task A_name_that_cannot_be_used_stops_the_start_with_what_to_do(string name, string advice) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => NamesAsync(("Assistant:Hearing:Order", name)))).Message.ShouldContain(advice);

    [Theory]
    [InlineData("Assistant:Hearing:Azure:Region", "", "AZURE_SPEECH_REGION")]
    [InlineData("Assistant:Hearing:Azure:Region", "evil.example/", "no region")]
    [InlineData("Assistant:Hearing:Azure:Endpoint", "ftp://example.com", "AZURE_SPEECH_ENDPOINT")]
    [InlineData("Assistant:Hearing:Azure:Key", "secret key", "AZURE_SPEECH_KEY")]
    [InlineData("Assistant:Hearing:OpenAi:BaseUrl", "ftp://example.com", "OPENAI_BASE_URL")]
    [InlineData("Assistant:Hearing:FinishLimit", "00:00:00", "to finish")]
    public async Task A_setting_that_makes_no_sense_stops_the_start_and_no_key_is_said(string setting, string value, string advice)
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() => NamesAsync([.. Azure.Where(known => known.Item1 != setting), (setting, value)]));

        failure.Message.ShouldContain(advice);
        failure.Message.ShouldNotContain("secret key");
    }

    [Theory]
    [InlineData(null, "southeastasia", "wss://southeastasia.stt.speech.microsoft.com/speech/recognition/conversation/cognitiveservices/v1?language=vi-VN&format=detailed")]
    [InlineData("https://westeurope.api.cognitive.microsoft.com/", null, "wss://westeurope.stt.speech.microsoft.com/speech/recognition/conversation/cognitiveservices/v1?language=vi-VN&format=detailed")]
    [InlineData("https://mine.cognitiveservices.azure.com/", null, "wss://mine.cognitiveservices.azure.com/stt/speech/recognition/conversation/cognitiveservices/v1?language=vi-VN&format=detailed")]
    [InlineData("http://127.0.0.1:5000", null, "ws://127.0.0.1:5000/speech/recognition/conversation/cognitiveservices/v1?language=vi-VN&format=detailed")]
    public void Azure_is_reached_where_its_documents_say_for_each_kind_of_address(string? endpoint, string? region, string expected) =>
        new Numeroly.Assistant.Hearing.Azure.AzureSpeechOptions { Endpoint = endpoint is null ? null : new(endpoint), Region = region }.Address("vi-VN").ShouldBe(new Uri(expected));

    private static async Task<IReadOnlyList<string>> NamesAsync(params (string Setting, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Setting, setting.Value)));
        builder.Services.AddHearing(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var recognisers = host.Services.GetRequiredService<Recognisers>();
        return [.. recognisers.For(Language.En, recognisers.TranscribeByDaily()).Select(recogniser => recogniser.Name)];
    }
}
