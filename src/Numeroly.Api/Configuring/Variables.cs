namespace Numeroly.Api.Configuring;

/// <summary>
/// The variables an operator knows (<c>.env.example</c>), each with the setting it stands for. Anything else can be set
/// by .NET's own names, such as <c>Conversations__Limit</c>.
/// </summary>
public static class Variables
{
    private static readonly (string Variable, string Setting)[] Known =
    [
        ("DATABASE_URL", "Store:Database"),
        ("REDIS_URL", "Redis:Url"),
        ("DAILY_API_KEY", "Daily:ApiKey"),
        ("DAILY_API_URL", "Daily:ApiUrl"),
        ("DAILY_REGION", "Conversations:Region"),
        ("DAILY_WEBHOOK_HMAC", "Daily:Webhooks:Hmac"),
        ("DAILY_WEBHOOK_PREVIOUS_HMAC", "Daily:Webhooks:PreviousHmac"),
        ("DAILY_WEBHOOK_BASIC_AUTH", "Daily:Webhooks:BasicAuth"),
        ("DAILY_RATE_SHARE", "Daily:RateShare"),
        ("CALL_TRANSPORT", "Assistant:Calling:Transport"),
        ("CHROMIUM", "Assistant:Calling:Chromium:Path"),
        ("DAILY_CORE_LIBRARY", "Assistant:Calling:Native:Library"),
        ("DAILY_CALL_BUNDLE_URL", "Assistant:Calling:Chromium:BundleUrl"),
        ("PUBLIC_URL", "Webhooks:PublicUrl"),
        ("AUTH_AUTHORITY", "Auth:Authority"),
        ("AUTH_AUDIENCE", "Auth:Audience"),
        ("AUTH_USER_CLAIM", "Auth:UserClaim"),
        ("CORS_ORIGINS", "Cors:Origins"),
        ("APP_MINIMUM_VERSION", "App:MinimumVersion"),
        ("ASSISTANT", "Assistant:Where"),
        ("ASSISTANT_CONVERSATIONS", "Assistant:MostConversations"),
        ("SPEECH_TO_TEXT", "Assistant:Hearing:Order"),
        ("AZURE_SPEECH_KEY", "Assistant:Hearing:Azure:Key"),
        ("AZURE_SPEECH_REGION", "Assistant:Hearing:Azure:Region"),
        ("AZURE_SPEECH_ENDPOINT", "Assistant:Hearing:Azure:Endpoint"),
        ("OPENAI_API_KEY", "Assistant:Hearing:OpenAi:ApiKey"),
        ("OPENAI_BASE_URL", "Assistant:Hearing:OpenAi:BaseUrl"),
        ("OPENAI_STT_MODEL", "Assistant:Hearing:OpenAi:Model"),
        ("LOCAL_STT_MODEL", "Assistant:Hearing:Local:Model"),
        ("LOCAL_STT_LANGUAGES", "Assistant:Hearing:Local:Languages"),
        ("LOCAL_STT_PACKAGES", "Assistant:Hearing:Local:Packages"),
        ("LOG_LEVEL", "Logging:Level"),
        ("LOG_FORMAT", "Logging:Format"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "Telemetry:Endpoint"),
        ("REPLY_PROVIDERS", "Assistant:Replying:Order"),
        ("REPLY_TOKEN_BUDGET", "Assistant:Replying:TokenBudget"),
        ("OPENAI_API_KEY", "Assistant:OpenAi:ApiKey"),
        ("OPENAI_BASE_URL", "Assistant:OpenAi:BaseUrl"),
        ("OPENAI_MODEL", "Assistant:Replying:OpenAi:Model"),
        ("OPENAI_EFFORT", "Assistant:Replying:OpenAi:Effort"),
        ("ANTHROPIC_API_KEY", "Assistant:Anthropic:ApiKey"),
        ("ANTHROPIC_BASE_URL", "Assistant:Anthropic:BaseUrl"),
        ("ANTHROPIC_MODEL", "Assistant:Replying:Anthropic:Model"),
        ("ANTHROPIC_EFFORT", "Assistant:Replying:Anthropic:Effort"),
        ("TEXT_TO_SPEECH", "Assistant:Speaking:Order"),
        ("ELEVENLABS_API_KEY", "Assistant:ElevenLabs:ApiKey"),
        ("ELEVENLABS_BASE_URL", "Assistant:ElevenLabs:BaseUrl"),
        ("ELEVENLABS_MODEL", "Assistant:ElevenLabs:Model"),
        ("ELEVENLABS_VOICE_VI", "Assistant:ElevenLabs:VoiceVi"),
        ("ELEVENLABS_VOICE_EN", "Assistant:ElevenLabs:VoiceEn"),
        ("AZURE_SPEECH_KEY", "Assistant:AzureSpeech:Key"),
        ("AZURE_SPEECH_REGION", "Assistant:AzureSpeech:Region"),
        ("AZURE_SPEECH_ENDPOINT", "Assistant:AzureSpeech:Endpoint"),
        ("AZURE_SPEECH_VOICE_VI", "Assistant:AzureSpeech:VoiceVi"),
        ("AZURE_SPEECH_VOICE_EN", "Assistant:AzureSpeech:VoiceEn"),
        ("OPENAI_TTS_MODEL", "Assistant:Speaking:OpenAi:Model"),
        ("OPENAI_TTS_VOICE", "Assistant:Speaking:OpenAi:Voice"),
        ("OPENAI_TTS_BASE_URL", "Assistant:Speaking:OpenAi:BaseUrl"),
        ("OPENAI_TTS_API_KEY", "Assistant:Speaking:OpenAi:ApiKey"),
        ("ESPEAK_PROGRAM", "Assistant:Speaking:Espeak:Program"),
        ("ESPEAK_PACKAGE", "Assistant:Speaking:Espeak:Package"),
        ("ESPEAK_VOICE_VI", "Assistant:Speaking:Espeak:VoiceVi"),
        ("ESPEAK_VOICE_EN", "Assistant:Speaking:Espeak:VoiceEn"),
    ];

    /// <summary>Reads <c>.env</c> in the working directory; what the environment sets wins over it.</summary>
    public static void AddVariables(this ConfigurationManager configuration)
    {
        var file = DotEnv.Read(Path.GetFullPath(".env"));
        configuration.AddInMemoryCollection(file.Where(line => line.Key.Contains("__"))
            .Select(line => KeyValuePair.Create(line.Key.Replace("__", ":"), line.Value))
            .Where(setting => configuration[setting.Key] is null)
            .ToList());
        var settings = Known
            .Select(known => (known.Setting, Value: configuration[known.Variable] ?? file.GetValueOrDefault(known.Variable)))
            .Where(setting => !string.IsNullOrWhiteSpace(setting.Value))
            .Append(("Auth:DevelopmentKeyFile", configuration["Auth:DevelopmentKeyFile"] ?? Path.Combine(configuration["NUMEROLY_DATA"] ?? ".data", "development-issuer.pem")))
            .ToDictionary(setting => setting.Item1, setting => setting.Item2, StringComparer.Ordinal);
        configuration.AddInMemoryCollection(settings);
    }
}
