using Microsoft.Extensions.AI;

namespace Numeroly.Assistant.Replying.Models.Budgeting;

/// <summary>What one answer costs: as the model tells, or else as its text lets guess.</summary>
internal sealed class AnswerCost
{
    // About right for Vietnamese, and more than enough for English.
    private const int CharactersPerToken = 3;

    // What a provider has read before and still knows it bills at about a tenth, and it is most of each request.
    private const int CheaperWhenReused = 10;

    private long _askedCharacters;
    private long _answeredCharacters;
    private long _reusedTokens;
    private bool _isTold;

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>What counts against the budget.</summary>
    public long Tokens => Math.Max(0, InputTokens - _reusedTokens) + (_reusedTokens / CheaperWhenReused) + OutputTokens + ((_askedCharacters + _answeredCharacters) / CharactersPerToken);

    /// <summary>Whether the model told what it cost.</summary>
    public bool IsTold => _isTold;

    public void Ask(IEnumerable<ChatMessage> messages) => _askedCharacters += messages.Sum(message => (long)message.Text.Length);

    public void Answer(string text) => _answeredCharacters += text.Length;

    public void Told(UsageDetails usage)
    {
        InputTokens += usage.InputTokenCount ?? 0;
        _reusedTokens += usage.CachedInputTokenCount ?? 0;
        OutputTokens += usage.OutputTokenCount ?? 0;
        (_askedCharacters, _answeredCharacters, _isTold) = (0, 0, true);
    }
}
