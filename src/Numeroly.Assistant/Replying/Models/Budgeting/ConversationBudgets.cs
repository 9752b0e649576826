using Numeroly.Assistant.Providers;

namespace Numeroly.Assistant.Replying.Models.Budgeting;

/// <summary>How many tokens each conversation has cost in this process. Forgets those longest not heard of when there are very many.</summary>
/// <param name="most">Tokens in and out that one conversation may cost; 0 for any number.</param>
public sealed class ConversationBudgets(long most)
{
    private const int MostConversations = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, LinkedListNode<Account>> _byConversation = [];
    private readonly LinkedList<Account> _latestFirst = [];

    /// <exception cref="ProviderException">The conversation has cost as much as it may.</exception>
    public void ThrowIfSpent(Guid conversationId, string provider)
    {
        lock (_gate)
        {
            if (most > 0 && _byConversation.TryGetValue(conversationId, out var node) && node.Value.Tokens >= most)
                throw new ProviderException(ProviderFailure.BudgetSpent, $"{provider} is not asked any more: the conversation has cost {node.Value.Tokens} tokens of {most}.");
        }
    }

    public void Spend(Guid conversationId, long tokens)
    {
        lock (_gate)
        {
            var before = _byConversation.Remove(conversationId, out var node) ? node.Value.Tokens : 0;
            if (node is not null) _latestFirst.Remove(node);
            _byConversation[conversationId] = _latestFirst.AddFirst(new Account(conversationId, before + tokens));
            if (_byConversation.Count <= MostConversations) return;
            _byConversation.Remove(_latestFirst.Last!.Value.ConversationId);
            _latestFirst.RemoveLast();
        }
    }

    private readonly record struct Account(Guid ConversationId, long Tokens);
}
