using Numeroly.Assistant.Measuring;
using Numeroly.Assistant.Speaking;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Attending;

/// <summary>One thing the assistant says, from the first thought to the last sound. Only the session's loop changes where it stands.</summary>
internal sealed class Answer(TurnClock clock, long startSample, CancellationTokenSource cancellation)
{
    private readonly List<string> _pieces = [];
    private readonly Lock _gate = new();

    public Guid Id { get; } = Guid.CreateVersion7();

    public TurnClock Clock => clock;

    public CancellationTokenSource Cancellation => cancellation;

    /// <summary>Gives its sound to the call; over soon after <see cref="Cancellation"/>.</summary>
    public Task Mouth { get; set; } = Task.CompletedTask;

    /// <summary>Its sound, as far as it was given to the call.</summary>
    public SaidAloud Aloud { get; } = new();

    /// <summary>Where its sound begins among all that was played in the call.</summary>
    public long StartSample => startSample;

    public EmotionalTone Tone { get; set; } = EmotionalTone.Warm;

    /// <summary>Its text is complete.</summary>
    public bool IsThought { get; set; }

    /// <summary>All its sound was given to the call, or it has none.</summary>
    public bool IsGiven { get; set; }

    /// <summary>No voice could say it, or the rest of it.</summary>
    public bool IsVoiceLost { get; set; }

    /// <summary>What it comes to when it is said to its end.</summary>
    public TurnOutcome Outcome { get; set; } = TurnOutcome.Answered;

    /// <summary>No provider could answer.</summary>
    public bool HasFailed { get; set; }

    public string Text
    {
        get
        {
            lock (_gate) return string.Join(' ', _pieces);
        }
    }

    public void Add(string piece)
    {
        lock (_gate) _pieces.Add(piece);
    }

    /// <summary>What is left to be said to somebody who heard this much of it, from the beginning of the piece that they did not hear out.</summary>
    public string RestAfter(string heard)
    {
        if (!Text.StartsWith(heard, StringComparison.Ordinal)) return Text;
        lock (_gate)
        {
            var (heardOut, end) = (0, -1);
            foreach (var piece in _pieces)
            {
                end += 1 + piece.Length;
                if (end > heard.Length) break;
                heardOut++;
            }

            return string.Join(' ', _pieces.Skip(heardOut));
        }
    }
}
