using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Numeroly.Assistant.Attending;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Calling.InMemory;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Choosing;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Speaking;
using Numeroly.Events.Conversations;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Attending.World;

/// <summary>One conversation with an assistant in it, and a person played by the test.</summary>
public sealed class Conversing : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<AssistantSession> _sessions = [];
    private readonly List<Task<bool>> _runs = [];

    public RecordInMemory Record { get; private init; } = new(Language.En, new Reading("Alice", new DateOnly(1990, 5, 17)));

    public InMemoryCalls Calls { get; } = new(TimeProvider.System);

    public ScriptedEar Ear { get; } = new();

    public ScriptedEar SpareEar { get; } = new("spare-ear");

    public ScriptedMind Mind { get; } = new();

    public ScriptedMind SpareMind { get; } = new("spare-mind");

    public ScriptedVoice Voice { get; } = new();

    public ScriptedVoice SpareVoice { get; } = new("spare-voice");

    public AssistantOptions Options { get; } = new() { RejoinEvery = TimeSpan.FromMilliseconds(20), ShortestTail = TimeSpan.FromMilliseconds(10), LongestTail = TimeSpan.FromMilliseconds(60) };

    public bool HasCall { get; init; } = true;

    public bool HearsSpeech { get; init; } = true;

    public InMemoryRoom Room => Calls.Room(new Uri(Record.State.RoomUrl));

    public static Conversing In(Language language, Reading? reading = null) => new() { Record = new RecordInMemory(language, reading) };

    /// <summary>An assistant takes the conversation on, with the person in the call and greeted.</summary>
    public static async Task<Conversing> UnderWayAsync(Action<Conversing>? prepare = null)
    {
        var conversing = new Conversing();
        prepare?.Invoke(conversing);
        _ = conversing.Starts();
        conversing.Room.PersonJoins("alice", microphoneIsOpen: false);
        await conversing.TurnsAsync(1);
        return conversing;
    }

    /// <returns>The assistant's run; whether the conversation has ended.</returns>
    public Task<bool> Starts(CancellationToken cancellation = default)
    {
        var parts = new AssistantParts(
            HasCall ? [Calls] : [],
            new Recognisers(new RecogniserChoice([], []), HearsSpeech ? [Ear, SpareEar] : [], TimeProvider.System),
            new IReplyGenerator[] { Mind, SpareMind },
            new ITextToSpeech[] { Voice, SpareVoice },
            new LoudnessDetectors(),
            Microsoft.Extensions.Options.Options.Create(Options),
            TimeProvider.System);
        var session = new AssistantSession(Record, parts, NullLogger.Instance);
        var token = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token).Token;
        var run = Task.Run(() => session.RunAsync(token), CancellationToken.None);
        _sessions.Add(session);
        _runs.Add(run);
        return run;
    }

    public Task PressesAsync(bool byDevice = false, bool open = false)
    {
        if (!byDevice) Room.PersonOpensMicrophone();
        Sends("user_input_started", byDevice, open, null);
        return TakenInAsync();
    }

    public Task ReleasesAsync(bool byDevice = false, bool open = false, Guid? messageId = null)
    {
        Sends("user_input_ended", byDevice, open, messageId);
        if (!byDevice) Room.PersonClosesMicrophone();
        return TakenInAsync();
    }

    /// <summary>Presses, speaks for a while, and releases.</summary>
    public async Task SaysAsync(string understood, double seconds = 0.3)
    {
        Ear.Texts.Enqueue(understood);
        await PressesAsync();
        await SpeaksAsync(seconds);
        await ReleasesAsync();
    }

    public Task SpeaksAsync(double seconds) => SoundsAsync(seconds, 8000);

    public Task IsSilentAsync(double seconds) => SoundsAsync(seconds, 0);

    public Task WritesAsync(string text, Guid? id = null)
    {
        Record.Append(new MessageSaved(id ?? Guid.CreateVersion7(), Speaker.User, text, null, null, null, TimeProvider.System.GetUtcNow()));
        return TakenInAsync();
    }

    public Task<IReadOnlyList<TurnMeasured>> TurnsAsync(int count) => UntilAsync(() => Record.Of<TurnMeasured>(), turns => turns.Count >= count, $"{count} turns");

    public Task<IReadOnlyList<MessageSaved>> MessagesAsync(int count) => UntilAsync(() => Record.Of<MessageSaved>(), all => all.Count >= count, $"{count} messages");

    public Task AudibleAsync() => UntilAsync(() => Room.Spoken.Length, samples => samples > 0, "the assistant to be heard");

    /// <summary>Some of the answer after what was spoken before has been played.</summary>
    public Task AudibleAfterAsync(int samples) => UntilAsync(() => Room.Spoken.Length, all => all > samples, "more of the assistant to be heard");

    public static Task<T> UntilAsync<T>(Func<T> look, Func<T, bool> satisfies, string what) => Eventually.BecomesAsync(() => Task.FromResult(look()), satisfies, what);

    /// <summary>The data of the app messages to the person of a type.</summary>
    public IReadOnlyList<JsonElement> Told(string type) => [.. Messages(type).Select(message => message.GetProperty("data"))];

    /// <summary>The versions that the app messages of a type name.</summary>
    public IReadOnlyList<long> ToldAt(string type) => [.. Messages(type).Select(message => message.GetProperty("seq").GetInt64())];

    public IReadOnlyList<string> Statuses => [.. Told("processing_status").Select(data => data.GetProperty("status").GetString()!)];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var run in _runs) await run.WaitAsync(TimeSpan.FromSeconds(30));
        foreach (var session in _sessions) session.Dispose();
        _stop.Dispose();
    }

    private IEnumerable<JsonElement> Messages(string type) => Room.AppMessages.Where(message => message.GetProperty("type").GetString() == type);

    private void Sends(string type, bool byDevice, bool open, Guid? messageId) => Room.PersonSends(JsonSerializer.SerializeToElement(new
    {
        type,
        data = new { conversationId = Record.ConversationId, turns = open ? "open" : "hold", recognisedBy = byDevice ? "device" : "assistant", messageId },
    }));

    // What the person does next comes after what they did before, as it does at the pace of people.
    private Task TakenInAsync() => Eventually.HoldsAsync(() => Room.IsTakenIn && Record.IsTakenIn, "the assistant to take it in");

    // No more at once than a call holds for whoever falls behind.
    private async Task SoundsAsync(double seconds, int loudness)
    {
        for (var rest = seconds; rest > 0; rest -= 1)
        {
            var samples = (int)(Math.Min(rest, 1) * SpeechFormat.HeardRate);
            Room.PersonSays([.. Enumerable.Range(0, samples).Select(n => (short)(loudness * Math.Sin(n * 0.2)))]);
            await TakenInAsync();
        }
    }
}
