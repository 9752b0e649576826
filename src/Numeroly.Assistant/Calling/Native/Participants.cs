using System.Text.Json;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>Who is in the call and whose microphone is open, and listens to them. Only one thread at a time may use it.</summary>
/// <param name="render">Has the library hand over what a participant says: their id, and under which number it comes.</param>
internal sealed class Participants(Action<CallEvent> tell, Listening listening, Action<string, ulong> render)
{
    private readonly Dictionary<string, Participant> _known = new(StringComparer.Ordinal);

    /// <summary>We are in: takes what the library answers to a join.</summary>
    /// <returns>False if it does not say who we are.</returns>
    public bool Enter(JsonElement? joined)
    {
        var present = joined.Part("participants");
        if (present.Part("local").Part("id").Text() is not { } ourselves) return false;
        tell(new CallEvent.Joined(ourselves));
        foreach (var participant in present!.Value.EnumerateObject().Where(participant => participant.Name != "local")) Update(participant.Value);
        return true;
    }

    /// <summary>Somebody came, or something about them changed.</summary>
    public void Update(JsonElement participant)
    {
        if (participant.Text("id") is not { Length: > 0 } id || participant.Part("info").Part("isLocal").Flag() is true) return;
        if (!_known.TryGetValue(id, out var known))
        {
            known = _known[id] = new(Requests.NextId());
            var userId = participant.Part("info").Part("userId").Text() is { Length: > 0 } named ? named : null;
            tell(new CallEvent.ParticipantJoined(id, userId));
            if (userId is not CallInvitation.AssistantUserId) render(id, known.RendererId);
        }

        if (participant.Part("media").Part("microphone").Part("state").Text() is { } state) Note(id, known, state is not ("off" or "blocked"));
    }

    public void Forget(JsonElement participant)
    {
        if (participant.Text("id") is not { } id || !_known.Remove(id, out var known)) return;
        Note(id, known, isOpen: false);
        tell(new CallEvent.ParticipantLeft(id));
    }

    private void Note(string id, Participant participant, bool isOpen)
    {
        if (participant.IsOpen == isOpen) return;
        participant.IsOpen = isOpen;
        if (isOpen) listening.Open(participant.RendererId);
        else listening.Close(participant.RendererId);
        tell(new CallEvent.MicrophoneChanged(id, isOpen));
    }

    private sealed class Participant(ulong rendererId)
    {
        public ulong RendererId { get; } = rendererId;

        public bool IsOpen { get; set; }
    }
}
