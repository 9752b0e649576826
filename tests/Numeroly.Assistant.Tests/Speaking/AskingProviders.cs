using System.Xml.Linq;
using Numeroly.Assistant.Speaking.Azure;
using Numeroly.Assistant.Tests.Serving;
using Numeroly.Events.Conversations;
using static Numeroly.Assistant.Tests.Speaking.VoicesUnderTest;

namespace Numeroly.Assistant.Tests.Speaking;

/// <summary>What each provider is asked, as its documentation wants it.</summary>
public sealed class AskingProviders
{
    [Fact]
    public async Task ElevenLabs_is_asked_for_pcm_in_the_language_with_what_was_said_before()
    {
        await using var voices = await SpokenAsync("elevenlabs", Saying("Xin chào.", EmotionalTone.Warm, Language.Vi, "Chào bạn."), ("ElevenLabs:VoiceVi", "voice/1"));

        var request = voices.Server.Requests.Single();
        (request.Method, request.Target).ShouldBe(("POST", "/v1/text-to-speech/voice%2F1/stream?output_format=pcm_24000"));
        request.Headers["xi-api-key"].ShouldBe(Key);
        request.Headers["Content-Type"].ShouldBe("application/json");
        request.Json.GetProperty("text").GetString().ShouldBe("Xin chào.");
        request.Json.GetProperty("model_id").GetString().ShouldBe("eleven_flash_v2_5");
        request.Json.GetProperty("language_code").GetString().ShouldBe("vi");
        request.Json.GetProperty("previous_text").GetString().ShouldBe("Chào bạn.");
    }

    [Fact]
    public async Task ElevenLabs_speaks_faster_and_freer_in_an_energetic_tone_than_in_a_warm_one()
    {
        await using var voices = await StartAsync("elevenlabs");
        voices.Server.Answers(Answer.Sound(Sounds.Bytes(Sounds.Ramp)));
        foreach (var tone in (EmotionalTone[])[EmotionalTone.Warm, EmotionalTone.Neutral, EmotionalTone.Energetic])
            await voices.SayAsync(Saying("Xin chào.", tone));

        var settings = voices.Server.Requests.Select(request => request.Json.GetProperty("voice_settings")).ToList();
        settings.Select(setting => setting.GetProperty("speed").GetDouble()).ShouldBeInOrder();
        settings[2].GetProperty("stability").GetDouble().ShouldBeLessThan(settings[0].GetProperty("stability").GetDouble());
    }

    [Theory]
    [InlineData("eleven_multilingual_v2", "language_code")]
    [InlineData("eleven_v3", "previous_text")]
    public async Task ElevenLabs_models_are_not_told_what_they_refuse(string model, string refused)
    {
        await using var voices = await SpokenAsync("elevenlabs", Saying("Hello.", language: Language.En, previous: "Hi."), ("ElevenLabs:Model", model));

        voices.Server.Requests.Single().Json.TryGetProperty(refused, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_ElevenLabs_model_without_Vietnamese_says_so()
    {
        await using var voices = await StartAsync("elevenlabs", time: null, ("ElevenLabs:Model", "eleven_multilingual_v2"));

        voices.Voice.Knows(Language.Vi).ShouldBeFalse();
        voices.Voice.Knows(Language.En).ShouldBeTrue();
    }

    [Fact]
    public async Task Azure_is_asked_for_raw_pcm_by_ssml_in_which_the_text_is_only_text()
    {
        const string Hostile = "A < B & \"C\" </prosody><audio src='http://evil'/> \u0001 \ud800 xong";
        await using var voices = await SpokenAsync("azure", Saying(Hostile));

        var request = voices.Server.Requests.Single();
        (request.Method, request.Target).ShouldBe(("POST", "/cognitiveservices/v1"));
        request.Headers["Ocp-Apim-Subscription-Key"].ShouldBe(Key);
        request.Headers["X-Microsoft-OutputFormat"].ShouldBe("raw-24khz-16bit-mono-pcm");
        request.Headers["Content-Type"].ShouldBe("application/ssml+xml");
        request.Headers["User-Agent"].ShouldNotBeEmpty();

        var ssml = XDocument.Parse(request.Body, LoadOptions.PreserveWhitespace);
        ssml.Root!.Attribute(XNamespace.Xml + "lang")!.Value.ShouldBe("vi-VN");
        ssml.Descendants().Select(element => element.Name.LocalName).ShouldBe(["speak", "voice", "prosody"]);
        ssml.Descendants().Single(element => element.Name.LocalName == "voice").Attribute("name")!.Value.ShouldBe("vi-VN-HoaiMyNeural");
        ssml.Root.Value.ShouldBe("A < B & \"C\" </prosody><audio src='http://evil'/>   xong");
    }

    [Theory]
    [InlineData(null, "https://southeastasia.tts.speech.microsoft.com/cognitiveservices/v1")]
    [InlineData("https://eastus.api.cognitive.microsoft.com/", "https://eastus.tts.speech.microsoft.com/cognitiveservices/v1")]
    [InlineData("https://eastus.stt.speech.microsoft.com", "https://eastus.tts.speech.microsoft.com/cognitiveservices/v1")]
    [InlineData("https://mine.cognitiveservices.azure.com/", "https://mine.cognitiveservices.azure.com/tts/cognitiveservices/v1")]
    [InlineData("http://localhost:5000", "http://localhost:5000/cognitiveservices/v1")]
    public void Azure_is_found_by_its_region_and_by_each_kind_of_address(string? endpoint, string expected) =>
        new AzureSpeechOptions { Region = "southeastasia", Endpoint = endpoint is null ? null : new Uri(endpoint) }.SpeechAddress.ShouldBe(new Uri(expected));

    [Theory]
    [InlineData("en-US-JennyNeural", EmotionalTone.Warm, "friendly")]
    [InlineData("en-US-JennyNeural", EmotionalTone.Energetic, "cheerful")]
    [InlineData("en-US-JennyNeural", EmotionalTone.Neutral, null)]
    [InlineData("en-US-AndrewNeural", EmotionalTone.Warm, null)]
    public async Task Azure_voices_that_have_styles_are_asked_for_one(string voice, EmotionalTone tone, string? style)
    {
        await using var voices = await SpokenAsync("azure", Saying("Hello.", tone, Language.En), ("AzureSpeech:VoiceEn", voice));

        var asked = XDocument.Parse(voices.Server.Requests.Single().Body).Descendants()
            .SingleOrDefault(element => element.Name == XNamespace.Get("https://www.w3.org/2001/mstts") + "express-as")
            ?.Attribute("style")!.Value;
        asked.ShouldBe(style);
    }

    [Fact]
    public async Task An_OpenAI_compatible_endpoint_is_asked_for_pcm_with_the_tone_in_words()
    {
        await using var voices = await SpokenAsync("openai", Saying("Xin chào."), ("Speaking:OpenAi:Voice", "sage"));

        var request = voices.Server.Requests.Single();
        (request.Method, request.Target).ShouldBe(("POST", "/v1/audio/speech"));
        request.Headers["Authorization"].ShouldBe($"Bearer {Key}");
        request.Json.GetProperty("model").GetString().ShouldBe("gpt-4o-mini-tts");
        request.Json.GetProperty("input").GetString().ShouldBe("Xin chào.");
        request.Json.GetProperty("voice").GetString().ShouldBe("sage");
        request.Json.GetProperty("response_format").GetString().ShouldBe("pcm");
        request.Json.GetProperty("instructions").GetString()!.ShouldContain("Warm");
    }

    [Fact]
    public async Task Models_that_take_no_instructions_get_none()
    {
        await using var voices = await SpokenAsync("openai", Saying("Xin chào."), ("Speaking:OpenAi:Model", "tts-1"));

        voices.Server.Requests.Single().Json.TryGetProperty("instructions", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Speech_may_come_from_another_place_than_replies()
    {
        await using var elsewhere = await LoopbackProvider.StartAsync();
        elsewhere.Answers(Answer.Sound(Sounds.Bytes(Sounds.Ramp)));
        await using var voices = await StartAsync("openai", time: null, ("Speaking:OpenAi:BaseUrl", elsewhere.Url + "/api"), ("Speaking:OpenAi:ApiKey", "other-key"));

        await voices.SayAsync(Saying("Xin chào."));

        voices.Server.Requests.ShouldBeEmpty();
        elsewhere.Requests.Single().Target.ShouldBe("/api/audio/speech");
        elsewhere.Requests.Single().Headers["Authorization"].ShouldBe("Bearer other-key");
    }

    [Fact]
    public async Task The_key_for_replies_does_not_go_to_another_place()
    {
        await using var elsewhere = await LoopbackProvider.StartAsync();
        elsewhere.Answers(Answer.Sound(Sounds.Bytes(Sounds.Ramp)));
        await using var voices = await StartAsync("openai", time: null, ("Speaking:OpenAi:BaseUrl", elsewhere.Url));

        await voices.SayAsync(Saying("Xin chào."));

        elsewhere.Requests.Single().Headers.Keys.ShouldNotContain("Authorization");
    }

    [Fact]
    public async Task A_short_phrase_said_again_costs_no_request_but_in_another_tone_it_does()
    {
        await using var voices = await StartAsync("elevenlabs");
        voices.Server.Answers(Answer.Sound(Sounds.Bytes(Sounds.Ramp)));

        var first = await voices.SayAsync(Saying("Xin chào."));
        var again = await voices.SayAsync(Saying("Xin chào."));
        voices.Server.Requests.Count.ShouldBe(1);
        again.ShouldBe(first);

        await voices.SayAsync(Saying("Xin chào.", EmotionalTone.Energetic));
        voices.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_phrase_that_broke_off_is_not_remembered()
    {
        await using var voices = await StartAsync("elevenlabs");
        voices.Server.AnswersInTurn(
            Answer.Sound(Sounds.Bytes(Sounds.Ramp)[..2_000]).Then(new AnswerStep.Cut()),
            Answer.Sound(Sounds.Bytes(Sounds.Ramp)));

        await voices.FailAsync(Saying("Xin chào."));

        (await voices.SayAsync(Saying("Xin chào."))).ShouldBe(Sounds.Ramp);
    }

    private static async Task<VoicesUnderTest> SpokenAsync(string provider, Numeroly.Assistant.Speaking.SpeechRequest request, params (string, string)[] settings)
    {
        var voices = await StartAsync(provider, time: null, settings);
        voices.Server.Answers(Answer.Sound(Sounds.Bytes(Sounds.Ramp)));
        await voices.SayAsync(request);
        return voices;
    }
}
