using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Numeroly.Assistant;
using Numeroly.Assistant.Attending;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Choosing;
using Numeroly.Assistant.Tests.Attending.World;
using Numeroly.Events.Conversations;

namespace Numeroly.Bench.Voice;

/// <summary>Somebody in a call who answers, until it is over.</summary>
internal interface IAnswering : IAsyncDisposable
{
    /// <summary>How long each answer is from now on.</summary>
    TimeSpan Length { set; }
}

/// <summary>The assistant as it is, with providers that take no time.</summary>
internal sealed class AssistantAnswering : IAnswering
{
    private readonly CancellationTokenSource _stop = new();
    private readonly InstantVoice _voice = new();
    private readonly AssistantSession _session;
    private readonly Task _attending;

    public AssistantAnswering(ICallTransport transport, IVoiceDetectors detectors, Marks marks, string name, ILogger log)
    {
        var record = new RecordInMemory(Language.En, null);
        var parts = new AssistantParts(
            [transport], new Recognisers(new RecogniserChoice([], []), [new InstantRecogniser()], TimeProvider.System), [new InstantMind()], [_voice], detectors,
            Options.Create(new AssistantOptions()), TimeProvider.System);
        _session = new AssistantSession(record, parts, log);
        _attending = Task.WhenAll(_session.RunAsync(_stop.Token), TellTurnsAsync());

        async Task TellTurnsAsync()
        {
            try
            {
                await foreach (var fact in record.FollowAsync(0, _stop.Token))
                {
                    if (fact.What is TurnMeasured turn) marks.Note(name, "turn", turn);
                }
            }
            catch (OperationCanceledException)
            {
                // The end of the call.
            }
        }
    }

    public TimeSpan Length
    {
        set => _voice.Length = value;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _attending;
        _session.Dispose();
        _stop.Dispose();
    }
}

/// <summary>The same way into the call with no assistant: a tone as soon as the person has sent that they finished.</summary>
internal sealed class BareAnswering(ICallTransport transport, CallInvitation invitation) : IAnswering
{
    private readonly CancellationTokenSource _stop = new();
    private Task _answering = Task.CompletedTask;

    public TimeSpan Length { private get; set; }

    public void Start() => _answering = AnswerAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _answering;
        _stop.Dispose();
    }

    private async Task AnswerAsync()
    {
        try
        {
            await using var call = await transport.JoinAsync(invitation, _stop.Token);
            await foreach (var happened in call.Events.ReadAllAsync(_stop.Token))
            {
                if (happened is CallEvent.AppMessage { Data: var data } && data.GetProperty("type").GetString() == "user_input_ended")
                    await call.SpeakAsync(InstantVoice.Tone(Length), _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the call.
        }
    }
}
