using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numeroly.Assistant.Calling.Chromium.Serving;

/// <summary>What the page is told; <c>page/src/protocol.ts</c> says the same.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Join), "join")]
[JsonDerivedType(typeof(Flush), "flush")]
[JsonDerivedType(typeof(AppMessage), "app-message")]
[JsonDerivedType(typeof(Transcribe), "transcribe")]
[JsonDerivedType(typeof(Leave), "leave")]
internal abstract record ToPage
{
    public sealed record Join(string Url, string Token, string UserName, string? BundlePath) : ToPage
    {
        // Without the token.
        public override string ToString() => $"{nameof(Join)} {Url}";
    }

    public sealed record Flush(int Id) : ToPage;

    public sealed record AppMessage(JsonElement Data) : ToPage;

    public sealed record Transcribe(string Language, string Model) : ToPage;

    public sealed record Leave : ToPage;
}

/// <summary>What the page tells; <c>page/src/protocol.ts</c> says the same.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Alive), "alive")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(ParticipantJoined), "participant-joined")]
[JsonDerivedType(typeof(ParticipantLeft), "participant-left")]
[JsonDerivedType(typeof(Microphone), "microphone")]
[JsonDerivedType(typeof(AppMessage), "app-message")]
[JsonDerivedType(typeof(Progress), "progress")]
[JsonDerivedType(typeof(Flushed), "flushed")]
[JsonDerivedType(typeof(Connection), "connection")]
[JsonDerivedType(typeof(Transcribed), "transcribed")]
[JsonDerivedType(typeof(Transcription), "transcription")]
[JsonDerivedType(typeof(Over), "over")]
[JsonDerivedType(typeof(Left), "left")]
internal abstract record FromPage
{
    public sealed record Alive : FromPage;

    public sealed record Joined(string SessionId) : FromPage;

    public sealed record ParticipantJoined(string SessionId, string? UserId) : FromPage;

    public sealed record ParticipantLeft(string SessionId) : FromPage;

    public sealed record Microphone(string SessionId, bool IsOpen) : FromPage;

    public sealed record AppMessage(string SessionId, JsonElement Data) : FromPage;

    public sealed record Progress(long Played, long Consumed) : FromPage;

    public sealed record Flushed(int Id, long Played, long Consumed) : FromPage;

    public sealed record Connection(bool IsLost) : FromPage;

    public sealed record Transcribed(string SessionId, string Text, bool IsFinal, double? Confidence) : FromPage;

    public sealed record Transcription(bool IsRunning, string? Reason) : FromPage;

    public sealed record Over(string Error, string Message) : FromPage;

    public sealed record Left : FromPage;
}
