using System.Collections.Immutable;
using System.Text.Json;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Calling.InMemory;

/// <summary>
/// A room with one person in it, played by a test, and whoever joined as the assistant. Assistants do not see each other.
/// Everything may be called from any thread.
/// </summary>
public sealed class InMemoryRoom(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<InMemoryCall> _calls = [];
    private readonly List<CallInvitation> _invitations = [];
    private readonly List<JsonElement> _appMessages = [];
    private readonly List<short> _spoken = [];
    private readonly HeardFrames _frames = new();
    private Person? _person;
    private CallFailedException? _refusal;

    /// <summary>Who asked to be let in so far, refused ones included.</summary>
    public ImmutableArray<CallInvitation> Invitations => Locked(() => _invitations.ToImmutableArray());

    /// <summary>How many assistants are in the call now.</summary>
    public int Assistants => Locked(() => _calls.Count);

    /// <summary>
    /// Whether each assistant has read all that happened and was said so far, in the order in which it read it: events and sound
    /// come by two channels, which otherwise may overtake each other.
    /// </summary>
    public bool IsTakenIn => Locked(() => _calls.TrueForAll(call => call.IsTakenIn));

    /// <summary>All that was played so far, of whichever assistant, at <see cref="SpeechFormat.SpokenRate"/>; pauses are left out.</summary>
    public ImmutableArray<short> Spoken => Locked(() =>
    {
        foreach (var call in _calls) call.Look();
        return _spoken.ToImmutableArray();
    });

    /// <summary>The app messages that the person received.</summary>
    public ImmutableArray<JsonElement> AppMessages => Locked(() => _appMessages.ToImmutableArray());

    /// <summary>What the assistant asked to have transcribed; null when it did not ask.</summary>
    public Language? TranscribedLanguage { get; private set; }

    /// <summary>Makes joining fail until it is null again.</summary>
    public void Refuses(CallFailedException? refusal) => Locked(() => _refusal = refusal);

    /// <returns>The person's session id.</returns>
    public string PersonJoins(string userId, bool microphoneIsOpen = true) => Locked(() =>
    {
        if (_person is not null) throw new InvalidOperationException("The person is in the call already.");
        _person = new(Guid.NewGuid().ToString(), userId, microphoneIsOpen);
        foreach (var call in _calls) call.Meet(_person);
        return _person.SessionId;
    });

    public void PersonLeaves() => Locked(() =>
    {
        var person = Present();
        _person = null;
        _frames.Clear();
        Tell(new CallEvent.ParticipantLeft(person.SessionId));
    });

    public void PersonOpensMicrophone() => TurnMicrophone(isOpen: true);

    public void PersonClosesMicrophone() => TurnMicrophone(isOpen: false);

    /// <summary>
    /// The person says something of any length at <see cref="SpeechFormat.HeardRate"/>. It is heard at once, frame by frame; the rest
    /// that does not fill a frame comes with what is said next. Nothing is heard through a closed microphone.
    /// </summary>
    public void PersonSays(ReadOnlySpan<short> samples)
    {
        lock (_gate)
        {
            if (!Present().MicrophoneIsOpen) return;
            foreach (var frame in _frames.Cut(samples))
            {
                foreach (var call in _calls) call.Hear(frame);
            }
        }
    }

    public void PersonSends(JsonElement message) => Locked(() => Tell(new CallEvent.AppMessage(Present().SessionId, message.Clone())));

    /// <summary>Daily's transcription understood the person.</summary>
    public void Transcribes(string text, bool isFinal = true, double? confidence = null) =>
        Locked(() => Tell(new CallEvent.Transcribed(Present().SessionId, text, isFinal, confidence)));

    public void FailsToTranscribe(string reason) => Locked(() => Tell(new CallEvent.TranscriptionFailed(reason)));

    /// <summary>The assistants' connection breaks: until it is restored neither side hears the other.</summary>
    public void Breaks() => ForEachCall(call => call.Break());

    public void Restores() => ForEachCall(call => call.Restore());

    /// <summary>Whatever holds the assistants' end of the call dies.</summary>
    public void Crashes() => ForEachCall(call => call.End("the call's page crashed", mayRejoin: true));

    /// <summary>The room is deleted, or the assistants are ejected from it.</summary>
    public void Closes() => ForEachCall(call => call.End("the room was deleted", mayRejoin: false));

    internal ICall Admit(CallInvitation invitation) => Locked(() =>
    {
        _invitations.Add(invitation);
        if (_refusal is not null) throw _refusal;
        var call = new InMemoryCall(this, _gate, time);
        _calls.Add(call);
        call.Enter(_person);
        return call;
    });

    // What calls tell their room; the gate is theirs too, and held already.
    internal void Play(ReadOnlySpan<short> samples)
    {
        if (_person is not null) _spoken.AddRange(samples);
    }

    internal void Deliver(JsonElement message)
    {
        if (_person is not null) _appMessages.Add(message.Clone());
    }

    internal void Transcribe(Language language) => TranscribedLanguage = language;

    internal void Forget(InMemoryCall call) => _calls.Remove(call);

    private void TurnMicrophone(bool isOpen) => Locked(() =>
    {
        if (Present().MicrophoneIsOpen == isOpen) return;
        _person = Present() with { MicrophoneIsOpen = isOpen };
        _frames.Clear();
        Tell(new CallEvent.MicrophoneChanged(_person.SessionId, isOpen));
    });

    private void Tell(CallEvent happened)
    {
        foreach (var call in _calls) call.Tell(happened);
    }

    private void ForEachCall(Action<InMemoryCall> act) => Locked(() => _calls.ToList().ForEach(act));

    private Person Present() => _person ?? throw new InvalidOperationException("The person is not in the call.");

    private T Locked<T>(Func<T> act)
    {
        lock (_gate) return act();
    }

    private void Locked(Action act)
    {
        lock (_gate) act();
    }
}

internal sealed record Person(string SessionId, string UserId, bool MicrophoneIsOpen);
