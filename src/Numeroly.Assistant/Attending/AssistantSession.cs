using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Daily;
using Numeroly.Assistant.Hearing.Detecting;
using Numeroly.Assistant.Measuring;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Remembering;
using Numeroly.Assistant.Replying;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>
/// The assistant in one conversation, from its arrival to the end. Everything that happens (in the call, on the record, in its own
/// thinking and speaking) becomes a step in one line, so that only one thing changes its state at a time.
/// </summary>
public sealed partial class AssistantSession : IDisposable
{
    private static readonly TimeSpan TimeToWriteTheRest = TimeSpan.FromSeconds(5);

    private readonly Channel<Func<Task>> _steps = Channel.CreateUnbounded<Func<Task>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _over = new();
    private readonly IConversationRecord _record;
    private readonly AssistantParts _parts;
    private readonly ILogger _log;
    private readonly RecordWriter _writer;
    private readonly Thinking _thinking;
    private readonly Voicing _voicing;
    private readonly DailyTranscription? _daily;
    private readonly Transcribing _transcribing;
    private readonly Ear _ear;

    private ImmutableList<Line> _said = [];
    private Reading? _reading;
    private Language _language;
    private long _version;
    private bool _hasOpened;
    private bool _hasEnded;
    private ICallTransport? _transport;
    private bool _tookOver;
    private Guid? _cutByPredecessor;

    public AssistantSession(IConversationRecord record, AssistantParts parts, ILogger log)
    {
        (_record, _parts, _log) = (record, parts, log);
        _writer = new(record, parts.Time, log);
        _thinking = new(parts.Replies, log);
        _voicing = new(parts.Voices, log);
        _daily = parts.Recognisers.TranscribeByDaily();
        _transcribing = new(language => parts.Recognisers.For(language, _daily), parts.RecogniserHealth, log);
        _ear = new(parts.Detectors.Create(), VoiceActivityOptions.Default);
    }

    private sealed record Line(Guid Id, Said Said);

    private TimeProvider Time => _parts.Time;

    /// <summary>Attends until the conversation has ended, or until cancelled: then whatever is being said is cut, and the call left.</summary>
    /// <returns>Whether the conversation has ended; otherwise another assistant should take it on.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (await _record.LoadAsync(cancellation) is not { } conversation || conversation.HasEnded()) return true;
        if (_parts.Transport is { } usable && await usable.WhyNotAsync(cancellation) is null) _transport = usable;
        await TakeOnAsync(conversation, cancellation);
        AssistantTelemetry.Arrived();
        using var stop = cancellation.Register(() => _steps.Writer.TryComplete());
        using var writing = new CancellationTokenSource();
        var written = _writer.RunAsync(writing.Token);
        var following = FollowAsync(conversation.Version);
        var calling = _transport is { } transport ? KeepCallAsync(transport) : Task.CompletedTask;
        try
        {
            if (_transport is null) Post(Open);
            await foreach (var step in _steps.Reader.ReadAllAsync(CancellationToken.None))
            {
                await step();
                if (_hasEnded) break;
            }
        }
        finally
        {
            await CutAsync(_hasEnded ? InterruptionCause.ConversationEnded : InterruptionCause.AssistantLost);
            await _over.CancelAsync();
            await Task.WhenAll(following, calling);
            _writer.Complete();
            writing.CancelAfter(TimeToWriteTheRest);
            await written.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            AssistantTelemetry.Left();
        }

        return _hasEnded;
    }

    public void Dispose()
    {
        _ear.Dispose();
        _over.Dispose();
    }

    private async Task TakeOnAsync(Conversation conversation, CancellationToken cancellation)
    {
        _tookOver = conversation.Assistants > 0;
        _cutByPredecessor = _tookOver ? conversation.AnswerUnderWay : null;
        _language = conversation.Language;
        _reading = conversation.Reading;
        _version = conversation.Version;
        _said = [.. (await _record.TranscriptAsync(cancellation)).Select(line => new Line(line.MessageId, new Said(line.Speaker, line.Text, line.Heard)))];
        var attendance = Guid.CreateVersion7();
        var arrived = await _record.DecideAsync((current, now) => Assisting.Arrive(current, attendance, _transport is not null, now), cancellation);
        KnowOf(arrived.Version);
        _log.LogInformation("The assistant has taken the conversation on {How}", _tookOver ? "from another" : "as the first");
    }

    /// <summary>Lines something up. What comes after the end is of no interest any more.</summary>
    private void Post(Func<Task> step) => _steps.Writer.TryWrite(step);

    private void Post(Action step) => Post(() =>
    {
        step();
        return Task.CompletedTask;
    });

    private async Task FollowAsync(long after)
    {
        try
        {
            await foreach (var fact in _record.FollowAsync(after, _over.Token)) Post(() => TakeInAsync(fact));
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            _log.LogDebug("No more to follow");
        }
    }

    private async Task TakeInAsync(Fact fact)
    {
        KnowOf(fact.Version);
        switch (fact.What)
        {
            case MessageSaved message when !_said.Exists(line => line.Id == message.MessageId):
                _said = _said.Add(new Line(message.MessageId, new Said(message.Speaker, message.Text, message.Heard)));
                if (message.Speaker == Speaker.User) await OnWrittenAsync(message);
                break;
            case ReadingLearnt learnt:
                _reading = learnt.Reading;
                break;
            case Ended:
                _hasEnded = true;
                break;
        }
    }

    private void KnowOf(long version) => _version = Math.Max(_version, version);

    /// <summary>Keeps what somebody said, and tells the app once it is on record.</summary>
    private void Keep(SaveMessage message, Func<long, JsonElement> telling)
    {
        _said = _said.Add(new Line(message.MessageId, new Said(message.Speaker, message.Text, message.Heard)));
        _writer.Write(
            (conversation, now) => SavingMessages.Decide(conversation, message, null, now),
            recorded => Post(() =>
            {
                KnowOf(recorded.Version);
                if (recorded.IsKept) Tell(_ => telling(recorded.Version));
            }));
    }

    private void OnFell(ProviderFell fell)
    {
        var failed = fell.ToFact(Time.GetUtcNow());
        AssistantTelemetry.Failed(failed);
        _writer.Write((conversation, _) => Assisting.FallBack(conversation, failed));
    }

    private void Measure(TurnClock clock, TurnOutcome outcome, Guid? answer)
    {
        var turn = clock.Measured(outcome, answer, Time.GetUtcNow());
        AssistantTelemetry.Measured(turn, _language);
        _writer.Write((_, _) => Assisting.Measure(turn));
        _log.LogInformation(
            "A {Input} turn is over: {Outcome}, understood after {UnderstoodMs} ms, first words {FirstWordsMs}, first sound {FirstSoundMs}, audible {AudibleMs}",
            turn.Input, outcome, turn.UnderstoodAfterMs, turn.FirstWordsAfterMs, turn.FirstSoundAfterMs, turn.AudibleAfterMs);
    }

    /// <summary>An app message to the person; the record does not depend on its arriving.</summary>
    private void Tell(Func<long, JsonElement> message)
    {
        if (_call is { } call) _ = TellAsync(call, message(_version));
    }

    private async Task TellAsync(ICall call, JsonElement message)
    {
        try
        {
            await call.SendAppMessageAsync(message, _over.Token);
        }
        catch (Exception fault) when (fault is CallFailedException or OperationCanceledException)
        {
            _log.LogDebug("An app message did not reach the call: {Fault}", fault.Message);
        }
    }
}
